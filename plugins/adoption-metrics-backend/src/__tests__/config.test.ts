import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { listSettings } from '../../scripts/listSettings';
import { adoptionMetricsConfig, readConfig } from '../config';

const read = (adoptionMetrics: unknown, others: JsonObject = {}) => {
  const logger = mockServices.logger.mock();
  const config = new ConfigReader({ ...others, adoptionMetrics } as JsonObject);
  const result = readConfig(config, logger);
  return { config: result, warnings: logger.warn.mock.calls.flat() };
};

const keys = listSettings(adoptionMetricsConfig).map(({ path }) =>
  path.map(step => step.replace(/<.*>/, 'some-name')),
);

const withValueAt = ([step, ...rest]: string[], value: unknown): object => ({
  [step]: rest.length === 0 ? value : withValueAt(rest, value),
});

const messageOf = (adoptionMetrics: unknown, others?: JsonObject) => {
  try {
    read(adoptionMetrics, others);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return undefined;
};

describe('readConfig', () => {
  it('has an answer to everything', () => {
    const { config, warnings } = read(undefined);
    expect(config).toMatchObject({
      access: { permissionsEnabled: false, administrators: [] },
      zone: { name: 'UTC' },
      minimumGroupSize: 5,
      deadline: undefined,
      launchedOn: undefined,
    });
    expect(read({}).config).toEqual(config);
    expect(read({ uptime: null }).config).toEqual(config);
    expect(warnings).toEqual([]);
  });

  it('reads what belongs to the portal', () => {
    const { config } = read(undefined, {
      app: { baseUrl: 'https://portal.example.com' },
      permission: { enabled: true },
    });
    expect(config.access.permissionsEnabled).toBe(true);
    expect(config.uptime.probes).toMatchObject([
      { name: 'portal', url: new URL('https://portal.example.com') },
    ]);
  });

  it.each([
    [{ timezone: 'UTC' }, "timezone is unknown .*did you mean 'timeZone'"],
    [{ targets: { pageload: 3 } }, 'targets.pageload .*pageLoad'],
    [
      { uptime: { probes: { docs: { uri: 'x', enabled: false } } } },
      'docs.uri .*url',
    ],
    [{ alerts: { rules: { deadlines: {} } } }, 'deadlines .*deadline'],
    [{ alerts: { rules: { digest: { muted: true } } } }, 'muted .*mutedUntil'],
    [{ catalog: { rules: { orphan: { graze: '9d' } } } }, 'graze .*grace'],
    [
      { catalog: { rules: { orphan: { after: '9d' } } } },
      'orphan.after is unknown and has no effect; known keys are enabled, grace, kinds',
    ],
    [{ retention: { personDays: '9d' } }, 'personDays .*activity, people'],
    [{ TimeZone: 'UTC' }, "TimeZone is unknown .*did you mean 'timeZone'"],
    [
      { privacy: { 'minimum-group-size': 3 } },
      "group-size .*did you mean 'minimumGroupSize'",
    ],
    [{ uptime: { probes: { docs: { URL: 'x', enabled: false } } } }, "'url'"],
    [
      { secret: 'x' },
      "secret .*did you mean 'adoptionMetrics.privacy.secret' or 'adoptionMetrics.alerts.webhook.secret'",
    ],
    [
      { minimumGroupSize: 3 },
      "did you mean 'adoptionMetrics.privacy.minimumGroupSize'",
    ],
    [{ privacy: { timezone: 'UTC' } }, "'adoptionMetrics.timeZone'"],
    [{ collector: { origin: [] } }, "did you mean 'origins'"],
    [{ origins: [] }, "did you mean 'adoptionMetrics.collector.origins'"],
    [
      { privacy: { floor: 3 } },
      'floor .*secret, previousSecret, minimumGroupSize',
    ],
  ])('warns of unknown keys in %j', (given, warning) => {
    const { warnings } = read(given);
    expect(warnings).toEqual([
      expect.stringMatching(`^adoptionMetrics\\..*${warning}`),
    ]);
  });

  it.each([
    ['adoption-metrics', "^adoption-metrics .*did you mean 'adoptionMetrics'"],
    ['adoptionmetrics', "^adoptionmetrics .*did you mean 'adoptionMetrics'"],
    ['adoptionMetric', "^adoptionMetric .*did you mean 'adoptionMetrics'"],
  ])('warns of %s in the place of the root', (root, warning) => {
    const { warnings } = read(undefined, { [root]: { timeZone: 'UTC' } });
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('warns of a root in another section, and of nothing else there', () => {
    const { warnings, config } = read(undefined, {
      app: { adoptionMetrics: {}, extensions: [] },
      adoptionInsights: { maxBufferSize: 3 },
      backend: 'wrong',
    });
    expect(warnings).toEqual([
      'app.adoptionMetrics is unknown and has no effect; adoptionMetrics is a top-level key, next to app',
    ]);
    expect(config.warnings).toEqual(warnings);
  });

  it.each([
    [{ enabled: 'perhaps' }, /collector\.enabled/],
    [{ enabled: '' }, /collector\.enabled/],
    [{ automatedBrowsers: 3 }, /collector\.automatedBrowsers/],
    [{ origins: 'https://portal.example.com' }, /collector\.origins/],
    [{ origins: ['portal'] }, /collector\.origins has 'portal'; expected/],
    [{ pageLoadSampling: 2 }, /collector\.pageLoadSampling is 2; expected/],
  ])('warns of what would silence browsers: %j', (collector, warning) => {
    const { warnings } = read({ collector });
    expect(warnings).toEqual([expect.stringMatching(warning)]);
    expect(warnings[0]).toMatch(/; until this is fixed, no browser reports/);
  });

  it.each([{ enabled: 'false' }, { pageLoadSampling: '0.5', origins: [] }])(
    'takes what browsers take: %j',
    collector => {
      expect(read({ collector }).warnings).toEqual([]);
    },
  );

  it('knows the keys of the frontend', () => {
    expect(read({ collector: { enabled: false } }).warnings).toEqual([]);
    expect(read({ collector: { origin: 'a' } }).warnings).toEqual([
      "adoptionMetrics.collector.origin is unknown and has no effect; did you mean 'origins'?",
    ]);
  });

  it('takes numbers and flags from the environment', () => {
    const { config } = read({
      developers: { headCount: '120' },
      targets: { activeUsers: '0.25' },
      alerts: { events: 'true' },
    });
    expect(config.developers.headCount).toBe(120);
    expect(config.targets['active-users'].value).toBe(0.25);
    expect(config.alerts.events).toBe(true);
  });

  it.each([
    [
      { privacy: { secret: '' } },
      "adoptionMetrics.privacy.secret is '', possibly because an environment variable is not set; expected texts of at least 16 characters",
    ],
    [
      { developers: { headCount: '' } },
      "adoptionMetrics.developers.headCount is ''",
    ],
    [{ timeZone: 'Mars' }, "timeZone is 'Mars'; expected IANA names"],
    [{ launchedOn: 'spring' }, "launchedOn is 'spring'; expected days"],
    [{ alerts: { webhook: 'https://a/secret' } }, 'webhook is a string; exp'],
    ['everything', 'adoptionMetrics is a string; expected groups'],
    [[], 'adoptionMetrics is a list; expected groups of the keys timeZone'],
    [
      { timeZone: 3, targets: { uptime: 99 } },
      /timeZone is 3; .*\. adoptionMetrics\.targets\.uptime is 99; expected/,
    ],
  ])('refuses %j', (given, message) => {
    expect(() => read(given)).toThrow(message);
    expect(messageOf(given)).not.toContain('a/secret');
  });

  it.each([
    [{ privacy: { secret: 'T0PS3CRET' } }],
    [{ privacy: { secret: ['T0PS3CRET'] } }],
    [{ privacy: { secret: { of: 'T0PS3CRET' } } }],
    [{ privacy: ['T0PS3CRET'] }],
    [{ alerts: { webhook: { url: 'hooks.example.com/T0PS3CRET' } } }],
    [{ alerts: { webhook: { url: 'https://a:T0PS3CRET@b' } } }],
    [{ alerts: [{ webhook: 'T0PS3CRET' }] }],
    [{ uptime: { probes: { docs: { url: 'https://a:T0PS3CRET@b' } } } }],
  ])('repeats no secret of %j', given => {
    const message = messageOf(given);
    expect(message).toMatch(/; (expected|send them in 'headers')/);
    expect(message).not.toContain('T0PS3CRET');
  });

  it.each([
    [{ permission: { enabled: 'perhaps' } }, 'permission.enabled'],
    [{ permission: 'on' }, 'permission'],
    [{ app: { baseUrl: 'portal' } }, 'app.baseUrl'],
  ])('refuses %j beside it', (others, key) => {
    expect(messageOf({}, others)).toContain(key);
  });

  it('answers every value of every key with a configuration or a sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.oneof(fc.jsonValue(), fc.constantFrom('', '0', '1d', -1, 1e400)),
        (path, value) => {
          const message = messageOf(withValueAt(path, value));
          const key = ['adoptionMetrics', ...path].join('\\.');
          // Alone in its group, it may miss what belongs to it.
          const group = ['adoptionMetrics', ...path.slice(0, -1)].join('\\.');
          expect(message ?? ['adoptionMetrics', ...path].join('.')).toMatch(
            new RegExp(`${key}|^${group}\\.\\w+ is missing`),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
