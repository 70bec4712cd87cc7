import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { loadConfigSchema } from '@backstage/config-loader';
import { JsonObject } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import { readConfig } from '../config';

const root = resolve(__dirname, '../../../..');

const schemaOf = (plugin: string) => {
  const path = `plugins/${plugin}/config.schema.json`;
  return {
    path,
    value: JSON.parse(readFileSync(resolve(root, path), 'utf8')),
  };
};

const schemas = ['adoption-metrics', 'adoption-metrics-backend'].map(schemaOf);

/** As `backstage-cli config:check --strict` and the app's backend do. */
const compile = () =>
  loadConfigSchema({
    serialized: { schemas, backstageConfigSchemaVersion: 1 } as never,
    noUndeclaredProperties: true,
  });

async function visible(
  visibility: 'frontend' | 'secret',
  adoptionMetrics: JsonObject,
) {
  const schema = await compile();
  const [{ data }] = schema.process(
    [{ context: 'test', data: { adoptionMetrics } }],
    { visibility: [visibility] },
  );
  return data;
}

const everything: JsonObject = {
  timeZone: 'Europe/Stockholm',
  administrators: ['user:default/ada'],
  privacy: { secret: 'at least 16 characters', minimumGroupSize: 5 },
  uptime: {
    heartbeat: { seconds: 15 },
    probes: { docs: { url: 'https://a' } },
  },
  catalog: { rules: { orphan: { enabled: false } } },
  deadline: { start: '2026-11-02', holidays: [] },
  alerts: {
    webhook: {
      url: 'https://a',
      secret: 's',
      formerSecrets: ['t'],
      routingKey: 'r',
      format: 'json',
    },
    rules: { digest: { channels: ['webhook'] } },
  },
  collector: {
    enabled: true,
    origins: ['https://portal.example.com'],
    pageLoadSampling: 0.5,
    automatedBrowsers: false,
  },
};

const documents = [
  'README.md',
  ...['docs', 'plugins'].flatMap(folder =>
    readdirSync(resolve(root, folder), { recursive: true })
      .map(path => `${folder}/${path}`)
      .filter(path => path.endsWith('.md') && !path.includes('node_modules')),
  ),
  'app-config.yaml',
  'packages/backend/stories/failed/app-config.yaml',
  'packages/backend/stories/succeeded/app-config.yaml',
];

const examplesIn = (path: string) => {
  const text = readFileSync(resolve(root, path), 'utf8');
  const signing = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const filled = text
    .replace(/\$\{\w*SIGNING_SECRET\}/g, signing)
    .replace(/\$\{\w+\}/g, 'https://example.com/secret');
  const blocks = path.endsWith('.md')
    ? [...filled.matchAll(/```ya?ml\n(.*?)```/gs)].map(([, block]) => block)
    : [filled];
  return blocks
    .flatMap(block => parseAllDocuments(block).map(each => each.toJS()))
    .filter(example => example?.adoptionMetrics)
    .map(({ adoptionMetrics }) => [path, { adoptionMetrics }] as const);
};

const examples = documents.flatMap(examplesIn);

describe('what is published about the configuration', () => {
  it.each(schemas)('$path is open, and of draft-07', ({ value }) => {
    expect(value.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(JSON.stringify(value)).not.toContain('"additionalProperties":false');
  });

  it('shows browsers what concerns the collector, and nothing else', async () => {
    expect(await visible('frontend', everything)).toEqual({
      adoptionMetrics: { collector: everything.collector },
    });
  });

  it('keeps secret what is secret', async () => {
    const { format, ...webhook } = (everything.alerts as any).webhook;
    expect(await visible('secret', everything)).toEqual({
      adoptionMetrics: {
        privacy: { secret: 'at least 16 characters' },
        alerts: { webhook },
      },
    });
  });

  it.each([
    [{ uptime: 3 }, 'must be object'],
    [{ collector: [] }, 'must be object'],
    [{ administrators: 'user:default/ada' }, 'must be array'],
    [{ targets: { uptime: 99.9 } }, 'must be <= 1'],
    [{ deadline: { goal: 0.3 } }, "required property 'start'"],
  ])('is refused by config:check --strict for %j', async (given, message) => {
    await expect(
      compile().then(schema =>
        schema.process([
          { context: 'test', data: { adoptionMetrics: given } as never },
        ]),
      ),
    ).rejects.toThrow(message);
  });

  it.each(examples)('accepts an example in %s: %j', async (path, data) => {
    const schema = await compile();
    expect(() => schema.process([{ context: path, data }])).not.toThrow();
    const logger = mockServices.logger.mock();
    const app = { baseUrl: 'https://portal.example.com' };
    readConfig(new ConfigReader({ app, ...data }), logger);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('has examples to accept', () => {
    expect(examples.length).toBeGreaterThan(10);
  });
});
