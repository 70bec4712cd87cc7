import { ConfigReader } from '@backstage/config';
import { observerConfig, readUptimeConfig } from './config';

function read(uptime?: object) {
  const config = new ConfigReader({
    adoptionMetrics: { uptime: uptime as never },
  });
  return readUptimeConfig(config);
}

describe('readUptimeConfig', () => {
  it('has an answer to everything', () => {
    expect(readUptimeConfig(new ConfigReader({}))).toEqual({
      heartbeatPeriod: 15_000,
      gaps: 'down',
      excludeLate: false,
      probePeriod: 30_000,
      certificateWarning: 14 * 86_400_000,
      probes: [],
      observers: new Map(),
    });
    expect(read({})).toEqual(readUptimeConfig(new ConfigReader({})));
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
    ['999ms', 'is 0.999 s'],
    [{ minutes: 6 }, 'is 360 s'],
    ['often', 'is "often", not a duration'],
    [15, 'is 15, not a duration'],
    [{ fortnights: 1 }, 'not a duration'],
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
    const checks = { gatus: { counts: true, silentAfter: '5m' }, cron: {} };
    const config = read({ checks });
    expect(observerConfig(config, 'gatus')).toEqual({
      counts: true,
      silence: 300_000,
    });
    const unknown = observerConfig(config, 'never-heard-of');
    expect(unknown).toEqual({ counts: false, silence: 600_000 });
    expect(observerConfig(config, 'cron')).toEqual(unknown);
  });

  it.each([
    [{ gaps: 'up' }, /uptime\.gaps is "up"; accepted are down and unknown/],
    [
      { maintenance: { excludeLate: 'yes' } },
      /maintenance\.excludeLate is "yes"; accepted are true and false/,
    ],
    [{ probePeriod: '1s' }, /probePeriod is 1 s.*5 seconds to 10 minutes/],
    [{ certificateWarning: 'x' }, /certificateWarning is "x", not a dur/],
    [
      { checks: { gatus: { counts: 1 } } },
      /uptime\.checks\.gatus\.counts is 1; accepted are true and false/,
    ],
    [
      { checks: { gatus: { silentAfter: '2 days' } } },
      /checks\.gatus\.silentAfter is 172800 s.*24 hours/,
    ],
  ])('refuses %j', (uptime, message) => {
    expect(() => read(uptime)).toThrow(message);
  });
});
