import { Config } from '@backstage/config';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, ImportSource } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { createIngest } from '../../activity';
import { RetentionRule, SettingsStore } from '../../database';
import { Part } from '../../parts';
import { backdateFirstReading, PeopleStore, Pseudonymizer } from '../../people';
import { ImportedDays } from '../../samples';
import { ReportingZone } from '../../time';
import { KnownUsers } from './ImportPreviewer';
import { CSV, ImportService } from './ImportService';
import { ImportStore } from './ImportStore';
import { ImportTask } from './ImportTask';
import { createRedHatSource } from './redHat';
import { createImportRoutes } from './routes';
import { StagedRows } from './StagedRows';

/** How long an uploaded table is kept without being imported, in days. */
const KEEP_STAGED_DAYS = 7;

/** Staged rows are deleted together with their import. */
const importRetention: RetentionRule[] = [
  {
    name: 'importRows',
    keepDays: KEEP_STAGED_DAYS,
    leastDays: 1,
    deletes: [
      {
        table: 'import_rows',
        key: ['import_id', 'day', 'person_id', 'plugin_id', 'action'],
        unit: 'ms',
        expired: (rows, before) => {
          rows.whereIn('import_id', function selectOld() {
            this.from('history_imports')
              .select('id')
              .where('created_at', '<', before)
              .whereNot({ state: 'running' });
          });
        },
      },
    ],
  },
];

/** Imports past activity from other tools. */
export function createImports(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  settings: SettingsStore;
  config: Config;
  imported: ImportedDays;
  people: PeopleStore;
  pseudonymize: Pseudonymizer;
  readUsers(signal: AbortSignal): Promise<KnownUsers>;
  ingest: Pick<ReturnType<typeof createIngest>, 'committer'>;
  /** Retention period of activity, in days. */
  keepDays: number;
  /** Sources added by modules. */
  added: ImportSource[];
}): Part {
  const { knex, zone, clock, logger, settings, config } = handles;
  const { imported, people, pseudonymize, ingest } = handles;
  const { keepDays, readUsers } = handles;
  const sources = withoutDoubles([
    createRedHatSource({ knex, config }),
    ...handles.added,
  ]);
  const store = new ImportStore(knex);
  const staged = new StagedRows({ knex, people, pseudonymize });
  const service = new ImportService({
    clock,
    zone,
    settings,
    store,
    staged,
    imported,
    sources,
    keepDays,
    keepTableDays: KEEP_STAGED_DAYS,
    readUsers,
  });
  const task = new ImportTask({
    clock,
    zone,
    logger,
    store,
    staged,
    imported,
    sources,
    pseudonymize,
    commit: (batches, claim) => ingest.committer.commit(batches, { claim }),
    backdateDevelopers: day => backdateFirstReading(knex, day),
  });
  return {
    routes: createImportRoutes(service),
    tasks: [
      {
        id: 'history-import',
        frequency: { seconds: 15 },
        timeout: { hours: 6 },
        initialDelay: { seconds: 20 },
        run: signal => task.run(signal),
      },
    ],
    retention: importRetention,
    personalData: {
      tables: [
        {
          table: 'import_rows',
          key: ['import_id', 'day', 'plugin_id', 'action'],
        },
      ],
    },
  };
}

function withoutDoubles(sources: ImportSource[]): ImportSource[] {
  const ids = new Set([CSV.id]);
  for (const { id } of sources) {
    if (ids.has(id)) {
      throw new Error(`An import source named '${id}' already exists`);
    }
    ids.add(id);
  }
  return sources;
}
