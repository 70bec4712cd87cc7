import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { digestConfig } from './config';

const read = (digest?: object) =>
  readKey(
    new ConfigReader({ adoptionMetrics: { digest } } as never),
    'adoptionMetrics.digest',
    digestConfig.prefault({}),
  );

describe('digestConfig', () => {
  it('sends both on a Monday morning, or at the beginning of a month', () => {
    expect(read()).toEqual({
      week: { every: 'week', weekday: 1, hour: 9 },
      month: { every: 'month', hour: 9 },
    });
  });

  it('takes a day, an hour, and that one of them is off', () => {
    const weekly = { day: 'friday', hour: 16 };
    expect(read({ weekly, monthly: { enabled: false } })).toEqual({
      week: { every: 'week', weekday: 5, hour: 16 },
      month: undefined,
    });
  });

  it.each([
    [{ weekly: { day: 'Freitag' } }, 'adoptionMetrics.digest.weekly.day'],
    [{ monthly: { hour: 24 } }, 'adoptionMetrics.digest.monthly.hour'],
  ])('refuses %j', (digest, said) => {
    expect(() => read(digest)).toThrow(said);
  });
});
