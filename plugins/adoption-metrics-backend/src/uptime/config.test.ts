import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { observerConfig, unownedComponents, uptimeConfig } from './config';

function read(uptime?: object) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { uptime } } as never),
    'adoptionMetrics.uptime',
    uptimeConfig.prefault({}),
  );
}

describe('uptimeConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      heartbeatPeriod: 15_000,
      gaps: 'down',
      excludeLate: false,
      probePeriod: 30_000,
      certificateWarning: 14 * 86_400_000,
      probes: {},
      observers: new Map(),
      checksPerDay: 50_000,
    });
    expect(read({})).toEqual(read());
  });

  it.each([
    ['30s', 30_000],
    ['PT1M', 60_000],
    [{ seconds: 20 }, 20_000],
    ['1s', 1_000],
    ['5m', 300_000],
  ])('reads a heartbeat of %p', (heartbeat, heartbeatPeriod) => {
    expect(read({ heartbeat })).toMatchObject({ heartbeatPeriod });
  });

  it.each([
    ['999ms', "is '999ms'"],
    [{ minutes: 6 }, 'is {"minutes":6}'],
    ['often', "is 'often'"],
    [15, 'is 15'],
    [{ fortnights: 1 }, 'is {"fortnights":1}'],
  ])('refuses a heartbeat of %p', (heartbeat, fault) => {
    expect(() => read({ heartbeat })).toThrow(
      new RegExp(
        `adoptionMetrics\\.uptime\\.heartbeat.*${fault}.*1 second to 5 minutes`,
      ),
    );
  });

  it('reads how gaps and late maintenance count', () => {
    expect(
      read({ gaps: 'unknown', maintenance: { excludeLate: true } }),
    ).toMatchObject({ gaps: 'unknown', excludeLate: true });
  });

  it('reads how long observers may be silent', () => {
    const checks = { gatus: { counts: true, unknownAfter: '5m' }, cron: {} };
    const config = read({ checks });
    expect(observerConfig(config, 'Gatus')).toEqual({
      counts: true,
      silence: 300_000,
    });
    const unknown = observerConfig(config, 'never-heard-of');
    expect(unknown).toEqual({ counts: false, silence: 600_000 });
    expect(observerConfig(config, 'cron')).toEqual(unknown);
  });

  it('knows which counting components anyone could take', () => {
    const counts = true;
    const checks = { a: { counts }, b: { counts, observer: 'gatus' }, c: {} };
    expect(unownedComponents(read({ checks }))).toEqual(['a']);
  });

  it.each([
    [{ gaps: 'up' }, /uptime\.gaps is 'up'; expected down, unknown/],
    [
      { maintenance: { excludeLate: 'yes' } },
      /maintenance\.excludeLate is 'yes'; expected true or false/,
    ],
    [{ probePeriod: '1s' }, /probePeriod is '1s'.*5 seconds to 10 minutes/],
    [{ certificateWarning: 'x' }, /certificateWarning is 'x'; expected dur/],
    [
      { checks: { gatus: { counts: 1 } } },
      /uptime\.checks\.gatus\.counts is 1; expected true or false/,
    ],
    [
      { checks: { gatus: { observer: '' } } },
      /checks\.gatus\.observer is ''.* expected subjects of tokens/,
    ],
    [{ checksPerDay: 0 }, /checksPerDay is 0; expected whole numbers/],
    [
      { checks: { Portal: {} } },
      /uptime\.checks has 'Portal', which is already the name of another component; expected/,
    ],
    [{ checks: { processes: {} } }, /uptime\.checks has 'processes', which/],
    [
      { probes: { Processes: { url: 'https://docs.example.com' } } },
      /uptime\.probes has 'Processes', which is already the name/,
    ],
    [
      {
        probes: {
          docs: { url: 'https://docs.example.com' },
          DOCS: { url: 'https://docs.example.com' },
        },
      },
      /uptime\.probes has 'DOCS', which is already the name/,
    ],
    [
      { probes: { Docs: { enabled: false } }, checks: { docs: {} } },
      /uptime\.checks has 'docs', which is already the name of another component/,
    ],
    [{ checks: { cron: {}, CRON: {} } }, /uptime\.checks has 'CRON', which/],
    [
      { checks: { gatus: { unknownAfter: '2 days' } } },
      /checks\.gatus\.unknownAfter is '2 days'.*24 hours/,
    ],
  ])('refuses %j', (uptime, message) => {
    expect(() => read(uptime)).toThrow(message);
  });
});
