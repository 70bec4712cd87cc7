import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { targetsConfig } from './config';

const read = (targets?: object) =>
  readKey(
    new ConfigReader({ adoptionMetrics: { targets } } as never),
    'adoptionMetrics.targets',
    targetsConfig.prefault({}),
  );

describe('targetsConfig', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      'active-users': { operator: '>=', value: 0.3 },
      'page-load': { operator: '<', value: 5 },
      uptime: { operator: '>=', value: 0.999 },
      'stale-entities': { operator: '<', value: 0.02 },
    });
  });

  it('replaces values, not operators', () => {
    expect(read({ pageLoad: 2.5 })['page-load']).toEqual({
      operator: '<',
      value: 2.5,
    });
  });

  it.each([
    [
      { activeUsers: 30 },
      'targets.activeUsers is 30; expected shares above 0 and up to 1; 0.3 means 30%',
    ],
    [{ uptime: 99.9 }, 'targets.uptime is 99.9; expected'],
    [{ staleEntities: 0 }, 'targets.staleEntities is 0; expected'],
    [
      { pageLoad: 5000 },
      'targets.pageLoad is 5000; expected numbers above 0 and up to 60, in seconds',
    ],
  ])('refuses %p', (values, message) => {
    expect(() => read(values)).toThrow(`adoptionMetrics.${message}`);
  });
});
