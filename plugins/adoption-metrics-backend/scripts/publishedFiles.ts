import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectorConfig } from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import { adoptionMetricsConfig } from '../src/config';
import { jsonSchemaOf } from './jsonSchema';
import { shortTableOf, tableOf } from './tables';

const START = '<!-- configuration:start (npm run generate:configuration) -->';
const END = '<!-- configuration:end -->';

const root = resolve(__dirname, '../../..');
const backend = 'plugins/adoption-metrics-backend';
const frontend = 'plugins/adoption-metrics';

/** The keys that people ask for most. */
const mostAsked = [
  { key: 'timeZone', more: '' },
  { key: 'targets', more: '' },
  { key: 'developers', more: '[Active users](docs/active-users.md)' },
  { key: 'privacy.secret', more: '[Privacy](docs/privacy.md)' },
  { key: 'administrators', more: '' },
  { key: 'alerts', more: '[Alerts](docs/alerts.md)' },
  { key: 'digest', more: '[Digest](docs/digest.md)' },
  { key: 'deadline', more: '[Deadline](docs/deadline.md)' },
  { key: 'uptime.probes', more: '[Uptime](docs/uptime.md)' },
  { key: 'catalog.rules', more: '[Stale entities](docs/stale-entities.md)' },
  {
    key: 'catalog.ownerNotifications',
    more: '[Stale entities](docs/stale-entities.md#notifying-owners)',
  },
  { key: 'collector', more: `[Frontend](${frontend}/README.md#configuration)` },
];

/** A file whose content follows from the schemas. */
export interface PublishedFile {
  /** In the repository. */
  path: string;
  /** In full. */
  absolute: string;
  /** What it has to hold. */
  content: string;
}

/** Everything that is published about the configuration. */
export function publishedFiles(): PublishedFile[] {
  const ofFrontend = z.object({ collector: collectorConfig.optional() });
  const all = adoptionMetricsConfig.extend({
    collector: collectorConfig
      .optional()
      .meta({ otherwise: 'on' })
      .describe('What browsers report'),
  });
  return [
    schemaFile(`${backend}/config.schema.json`, adoptionMetricsConfig),
    schemaFile(`${frontend}/config.schema.json`, ofFrontend),
    tableFile(`${backend}/README.md`, tableOf(adoptionMetricsConfig)),
    tableFile(
      `${frontend}/README.md`,
      tableOf(ofFrontend, ['adoptionMetrics']),
    ),
    tableFile('README.md', shortTableOf(all, mostAsked)),
  ];
}

function schemaFile(path: string, schema: z.ZodType): PublishedFile {
  const json = jsonSchemaOf(schema.optional());
  return fileOf(path, `${JSON.stringify(json, null, 2)}\n`);
}

/** @throws Error if the file has no place for the table. */
function tableFile(path: string, table: string): PublishedFile {
  const text = readFileSync(resolve(root, path), 'utf8');
  const [before, rest = ''] = text.split(START);
  const [, after] = rest.split(END);
  if (after === undefined) {
    throw new Error(`${path} has no '${START}' and '${END}'`);
  }
  return fileOf(path, `${before}${START}\n\n${table}\n\n${END}${after}`);
}

function fileOf(path: string, content: string): PublishedFile {
  return { path, absolute: resolve(root, path), content };
}
