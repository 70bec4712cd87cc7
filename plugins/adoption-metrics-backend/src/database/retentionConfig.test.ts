import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { retentionConfig } from './retentionConfig';

function read(retention?: object) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { retention } } as never),
    'adoptionMetrics.retention',
    retentionConfig.prefault({}),
  );
}

describe('retentionConfig', () => {
  it('keeps days of people for 13 months and everything else for 25', () => {
    expect(read()).toEqual({
      activity: 396,
      people: 761,
      daily: 761,
      uptime: 761,
      catalog: 761,
      alerts: 761,
    });
  });

  it.each([
    ['P120D', 120],
    ['150 days', 150],
    [{ months: 6 }, 180],
    [{ hours: 2401 }, 101],
  ])('reads %j', (activity, days) => {
    expect(read({ activity }).activity).toBe(days);
  });

  it.each([
    [{ uptime: 'P3D' }, /uptime is 'P3D'; expected durations from 366 days/],
    [{ activity: 'soon' }, /activity is 'soon'; expected dur.*'396 days'/],
    [{ activity: 900 }, /activity is 900; expected durations/],
    [
      { activity: 'P900D' },
      /retention\.people is 761 days; expected at least the 900 days of adoptionMetrics\.retention\.activity/,
    ],
  ])('refuses %j', (retention, message) => {
    expect(() => read(retention)).toThrow(message);
  });
});
