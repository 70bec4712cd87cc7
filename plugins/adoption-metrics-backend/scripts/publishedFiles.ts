import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectorConfig } from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import { adoptionMetricsConfig } from '../src/config';
import { shortTableOf, tableOf } from './configurationTables';
import { jsonSchemaOf } from './jsonSchema';
import { routeTable } from './routeTable';

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
  { key: 'decision', more: '[Decision](docs/decision.md)' },
  { key: 'uptime.probes', more: '[Uptime](docs/uptime.md)' },
  { key: 'catalog.rules', more: '[Stale entities](docs/stale-entities.md)' },
  {
    key: 'catalog.ownerNotifications',
    more: '[Stale entities](docs/stale-entities.md#notifying-owners)',
  },
  { key: 'collector', more: `[Frontend](${frontend}/README.md#configuration)` },
];

/** A file whose content follows from the schemas and the contract. */
export interface PublishedFile {
  /** In the repository. */
  path: string;
  /** In full. */
  absolute: string;
  /** What it has to hold. */
  content: string;
}

/** Everything that is published about the configuration and the routes. */
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
    fileWith(`${backend}/README.md`, {
      configuration: tableOf(adoptionMetricsConfig),
      routes: routeTable(),
    }),
    fileWith(`${frontend}/README.md`, {
      configuration: tableOf(ofFrontend, ['adoptionMetrics']),
    }),
    fileWith('README.md', { configuration: shortTableOf(all, mostAsked) }),
  ];
}

function schemaFile(path: string, schema: z.ZodType): PublishedFile {
  const json = jsonSchemaOf(schema.optional());
  return fileOf(path, `${JSON.stringify(json, null, 2)}\n`);
}

/** A file of the repository with its tables, by their names, as they ought to be. */
function fileWith(path: string, tables: Record<string, string>): PublishedFile {
  const text = readFileSync(resolve(root, path), 'utf8');
  const content = Object.entries(tables).reduce(
    (written, [name, table]) => replaceTable(written, name, table),
    text,
  );
  return fileOf(path, content);
}

/** @throws Error if the text has no place for the table. */
function replaceTable(text: string, name: string, table: string): string {
  const start = `<!-- ${name}:start (npm run generate) -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest = ''] = text.split(start);
  const [, after] = rest.split(end);
  if (after === undefined) {
    throw new Error(`There is no '${start}' and '${end}' for a table`);
  }
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}

function fileOf(path: string, content: string): PublishedFile {
  return { path, absolute: resolve(root, path), content };
}
