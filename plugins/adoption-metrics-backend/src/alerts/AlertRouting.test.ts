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
  it('tells through every channel that has a use for it', () => {
    expect(route({}).channelsOf('figure')).toEqual(['notifications', 'pager']);
    expect(route({}).channelsOf('digest')).toEqual(['notifications']);
  });

  it('tells through those that are chosen', () => {
    const figure = { ...on, channels: ['pager'] };
    expect(route({ figure }).channelsOf('figure')).toEqual(['pager']);
    expect(route({ figure }).channelsOf('deadline')).toHaveLength(2);
  });

  it('tells nobody of what is switched off', async () => {
    const routing = route({ figure: { enabled: false } });
    expect(routing.channelsOf('figure')).toEqual([]);
    expect(await routing.channelsAt('figure', noon)).toEqual([]);
  });

  it.each<[string, Partial<AlertRules>, number | undefined]>([
    ['configuration', { figure: { ...on, mutedUntil: today } }, undefined],
    ['somebody', {}, today],
  ])('tells nobody of what %s has muted through today', async (_, ...given) => {
    const routing = route(...given);
    expect(await routing.channelsAt('figure', noon)).toEqual([]);
    const tomorrow = noon + 86_400_000;
    expect(await routing.channelsAt('figure', tomorrow)).toHaveLength(2);
  });

  it('refuses a channel that is not set up', () => {
    const figure = { ...on, channels: ['mail'] };
    expect(() => route({ figure })).toThrow(
      "alerts.rules.figure.channels names 'mail'; accepted are the channels that are set up: notifications, pager",
    );
  });
});
