import { parseDay, ReportingZone } from '../time';
import { AlertRouting } from './AlertRouting';
import { allOn } from './__testUtils__/rules';
import { AlertRules } from './ruleSettings';

const noon = Date.UTC(2026, 10, 23, 12);
const today = parseDay('2026-11-23')!;
const on = { enabled: true };

function route(rules: Partial<AlertRules>, until?: number) {
  return new AlertRouting({
    channels: [
      { name: 'notifications' },
      { name: 'pager', reaches: rule => rule !== 'digest' },
    ],
    rules: { ...allOn, ...rules },
    mutes: { until: async () => until },
    zone: ReportingZone.create('UTC'),
  });
}

describe('AlertRouting', () => {
  it('notifies through every channel that has a use for it', async () => {
    expect(await route({}).channelsOf('metric')).toEqual([
      'notifications',
      'pager',
    ]);
    expect(await route({}).channelsOf('digest')).toEqual(['notifications']);
  });

  it('notifies through those that are chosen', async () => {
    const metric = { ...on, channels: ['pager'] };
    expect(await route({ metric }).channelsOf('metric')).toEqual(['pager']);
    expect(await route({ metric }).channelsOf('deadline')).toHaveLength(2);
  });

  it('notifies nobody of what is switched off', async () => {
    const routing = route({ metric: { enabled: false } });
    expect(await routing.channelsOf('metric')).toEqual([]);
    expect(await routing.channelsAt('metric', noon)).toEqual([]);
  });

  it.each<[string, Partial<AlertRules>, number | undefined]>([
    ['configuration', { metric: { ...on, mutedUntil: today } }, undefined],
    ['somebody', {}, today],
  ])(
    'notifies nobody of what %s has muted through today',
    async (_, ...given) => {
      const routing = route(...given);
      expect(await routing.channelsAt('metric', noon)).toEqual([]);
      const tomorrow = noon + 86_400_000;
      expect(await routing.channelsAt('metric', tomorrow)).toHaveLength(2);
    },
  );

  it('refuses a channel that is not set up', () => {
    const metric = { ...on, channels: ['mail'] };
    expect(() => route({ metric })).toThrow(
      "alerts.rules.metric.channels names 'mail'; expected one of the configured channels: notifications, pager",
    );
  });
});
