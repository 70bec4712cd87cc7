import { ConfigReader } from '@backstage/config';
import { readReportingZone, readTargets } from './config';

const targets = (values: Record<string, number>) =>
  new ConfigReader({ adoptionMetrics: { targets: values } });

describe('readTargets', () => {
  it('has defaults', () => {
    expect(readTargets(new ConfigReader({}))).toEqual({
      'active-users': { operator: '>=', value: 0.3 },
      'page-load': { operator: '<', value: 5 },
      uptime: { operator: '>=', value: 0.999 },
      'stale-entities': { operator: '<', value: 0.02 },
    });
  });

  it('replaces values, not operators', () => {
    expect(readTargets(targets({ pageLoad: 2.5 }))['page-load']).toEqual({
      operator: '<',
      value: 2.5,
    });
  });

  it.each([
    [
      { activeUsers: 30 },
      'targets.activeUsers is 30, use a number above 0 and up to 1 (a share: 0.3 is 30%)',
    ],
    [{ uptime: 99.9 }, 'targets.uptime is 99.9, use'],
    [{ staleEntities: 0 }, 'targets.staleEntities is 0, use'],
    [
      { pageLoad: 5000 },
      'targets.pageLoad is 5000, use a number above 0 and up to 60 (seconds)',
    ],
  ])('refuses %p', (values, message) => {
    expect(() => readTargets(targets(values as {}))).toThrow(
      `adoptionMetrics.${message}`,
    );
  });
});

describe('readReportingZone', () => {
  const read = (adoptionMetrics: object) =>
    readReportingZone(new ConfigReader({ adoptionMetrics } as {})).name;

  it('is UTC unless configured', () => {
    expect(read({})).toBe('UTC');
    expect(read({ timeZone: 'Europe/Berlin' })).toBe('Europe/Berlin');
  });

  it('names the key of an unknown zone', () => {
    expect(() => read({ timeZone: 'Mars' })).toThrow(
      "adoptionMetrics.timeZone: unknown time zone 'Mars', use an IANA name",
    );
  });
});
