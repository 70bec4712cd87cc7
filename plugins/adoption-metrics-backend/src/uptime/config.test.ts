import { ConfigReader } from '@backstage/config';
import { readUptimeConfig } from './config';

function read(uptime?: object) {
  const config = new ConfigReader({
    adoptionMetrics: { uptime: uptime as never },
  });
  return readUptimeConfig(config);
}

describe('readUptimeConfig', () => {
  it('beats every 15 seconds unless told otherwise', () => {
    expect(readUptimeConfig(new ConfigReader({}))).toEqual({
      heartbeatPeriod: 15_000,
    });
    expect(read({})).toEqual({ heartbeatPeriod: 15_000 });
  });

  it.each([
    ['30s', 30_000],
    ['PT1M', 60_000],
    [{ seconds: 20 }, 20_000],
    ['1s', 1_000],
    ['5m', 300_000],
  ])('reads %p', (heartbeat, heartbeatPeriod) => {
    expect(read({ heartbeat })).toEqual({ heartbeatPeriod });
  });

  it.each([
    ['999ms', 'is 0.999 s'],
    [{ minutes: 6 }, 'is 360 s'],
    ['often', 'is "often", not a duration'],
    [15, 'is 15, not a duration'],
    [{ fortnights: 1 }, 'not a duration'],
  ])('refuses %p', (heartbeat, fault) => {
    expect(() => read({ heartbeat })).toThrow(
      new RegExp(
        `adoptionMetrics\\.uptime\\.heartbeat.*${fault}.*1 second to 5 minutes`,
      ),
    );
  });
});
