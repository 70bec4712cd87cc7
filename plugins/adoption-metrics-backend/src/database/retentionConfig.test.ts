import { ConfigReader } from '@backstage/config';
import { readRetention } from './retentionConfig';
import { RetentionRule } from './RetentionRule';

const rules: RetentionRule[] = [
  { name: 'personDays', keepDays: 396, leastDays: 100 },
  { name: 'ingestBatches', keepDays: 8, leastDays: 4 },
  { name: 'people', keepDays: 761, leastDays: 100, outlives: ['personDays'] },
];

function read(retention?: object) {
  const adoptionMetrics = retention ? { retention } : {};
  return readRetention(new ConfigReader({ adoptionMetrics } as never), rules);
}

describe('readRetention', () => {
  it('keeps as long as each rule says by default', () => {
    expect(read()).toEqual({ personDays: 396, ingestBatches: 8, people: 761 });
  });

  it.each([
    ['P120D', 120],
    ['150 days', 150],
    [{ months: 6 }, 180],
    [{ hours: 2401 }, 101],
  ])('reads %j', (personDays, days) => {
    expect(read({ personDays }).personDays).toBe(days);
  });

  it.each([
    [{ ingestBatches: 'P3D' }, /ingestBatches is 3 days, use at least 4 days/],
    [{ personDays: 'soon' }, /personDays is "soon", not a duration.*P90D/],
    [{ personDays: 90 }, /personDays is 90, not a duration/],
    [{ person_days: 'P1Y' }, /person_days is not known.*personDays, ingest/],
    [
      { personDays: 'P900D' },
      /retention\.people is 761 days, use at least the 900 days.*personDays/,
    ],
  ])('refuses %j', (retention, message) => {
    expect(() => read(retention)).toThrow(message);
  });
});
