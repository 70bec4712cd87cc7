import { listSettings } from '../../scripts/listSettings';
import { retentionRules } from '../__testUtils__/retentionRules';
import { retentionConfig } from './retentionConfig';

describe('retention rules', () => {
  const least = Object.fromEntries(
    listSettings(retentionConfig).map(({ path: [period], meta }) => [
      period,
      Number(/from (\d+) days/.exec(meta.accepted!)![1]),
    ]),
  );

  it.each(retentionRules.map(rule => [rule.name, rule] as const))(
    'keeps %s as long as metrics need them',
    (_, { keepDays, leastDays, windowDays = 0 }) => {
      const shortest =
        typeof keepDays === 'number' ? keepDays : least[keepDays];
      expect(shortest).toBeGreaterThanOrEqual(leastDays);
      expect(leastDays).toBeGreaterThanOrEqual(windowDays);
    },
  );

  it('keeps people as long as what is known of them', () => {
    const ofPeople = retentionRules.filter(({ name }) =>
      ['personPluginDays', 'ingestBatches'].includes(name),
    );
    for (const { keepDays } of ofPeople) {
      expect(keepDays).toBeLessThan(least.people);
    }
  });
});
