import { LoggerService } from '@backstage/backend-plugin-api';
import { HistorySource, Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { createIngest } from '../activity';
import { CatalogScanner } from '../catalog';
import { SettingsStore } from '../database';
import { concealAddresses } from '../failures';
import { AttributeConfig, DeveloperCollector } from '../people';
import { PortalImporter } from '../decision';
import {
  AnnotationStore,
  importedDeadline,
  DeadlineService,
} from '../deadline';
import { SampleHistoryStore } from '../samples';
import { ReportingZone, SettableClock } from '../time';
import { HeartbeatStore, IncidentNoteStore } from '../uptime';
import { HistoryImporter } from './HistoryImporter';

/** How far back to look for heartbeats, in ms. */
const RECENT_MS = 400 * 86_400_000;

interface HistoryHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  logger: LoggerService;
  settings: SettingsStore;
  history: SampleHistoryStore;
  /** Sources of history; nothing is imported without one. */
  sources: HistorySource[];
  heartbeats: HeartbeatStore;
  developers: DeveloperCollector;
  /** Entity kinds to check. */
  kinds: string[];
  /** Attributes of people to import. */
  attributes: AttributeConfig[];
  createScanner(clock: Clock): CatalogScanner;
  ingest: Pick<
    ReturnType<typeof createIngest>,
    'committer' | 'createEventIngest'
  >;
  deadline: DeadlineService;
  annotations: Pick<AnnotationStore, 'add'>;
  incidentNotes: Pick<IncidentNoteStore, 'add'>;
  portals: Pick<PortalImporter, 'record'>;
}

/**
 * Imports history in the background, through the code that processes live data.
 * If it fails, the error is logged, and the plugin continues.
 *
 * @throws Error if there is more than one source
 */
export function createHistory(handles: HistoryHandles) {
  const [source, another] = handles.sources;
  if (another) {
    throw new Error(
      `A history source is already set ('${source.id}'); only one is supported`,
    );
  }
  const abort = new AbortController();
  return {
    /** Resolves once the import is complete, or has failed. */
    ready: importHistory(handles, source, abort.signal),
    part: { shutdown: async () => abort.abort() },
  };
}

async function importHistory(
  handles: HistoryHandles,
  source: HistorySource | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (!source) {
    return;
  }
  try {
    const importer = await createImporter(handles, source);
    await importer.run(signal);
  } catch (error) {
    if (!signal.aborted) {
      handles.logger.error(
        `The history could not be imported: ${concealAddresses(String(error))}`,
      );
    }
  }
}

async function createImporter(
  handles: HistoryHandles,
  source: HistorySource,
): Promise<HistoryImporter> {
  const { knex, zone, clock, logger, settings, history, kinds } = handles;
  const { attributes } = handles;
  const { developers, createScanner, ingest, deadline: service } = handles;
  const { annotations, incidentNotes, portals } = handles;
  const stageClock = new SettableClock();
  return new HistoryImporter({
    source,
    clock,
    settings,
    store: history,
    logger,
    lastBeatAt: await findLastBeat(handles),
    stage: {
      clock: stageClock,
      zone,
      knex,
      kinds,
      attributes,
      developers,
      scanner: createScanner(stageClock),
      commit: batches => ingest.committer.commit(batches),
      createIngest: submit => ingest.createEventIngest(stageClock, submit),
      setDeadline: imported => {
        const now = stageClock.now();
        const deadline = importedDeadline(imported, zone.dayOf(now));
        return service.adoptImported(deadline, now);
      },
      annotate: async ({ text, by: writtenBy }) => {
        const writtenAt = stageClock.now();
        const day = zone.dayOf(writtenAt);
        await annotations.add({ day, text, writtenAt, writtenBy });
      },
      noteIncident: async ({ text: note, by: writtenBy }) => {
        const momentAt = stageClock.now();
        const writtenAt = momentAt;
        await incidentNotes.add({ momentAt, writtenAt, writtenBy, note });
      },
      recordPortal: imported => portals.record(imported, stageClock),
    },
  });
}

async function findLastBeat({ heartbeats, clock }: HistoryHandles) {
  const now = clock.now();
  const beats = await heartbeats.during({ from: now - RECENT_MS, to: now });
  return beats.length === 0
    ? undefined
    : Math.max(...beats.map(({ lastBeatAt }) => lastBeatAt));
}
