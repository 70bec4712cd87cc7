import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  HistoryImport,
  HistoryImportList,
  ImportRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock, ImportSource } from 'backstage-plugin-adoption-metrics-node';
import { breathe, installationInstant, SettingsStore } from '../../database';
import { ImportedDays } from '../../samples';
import { formatInstant, ReportingZone } from '../../time';
import { refusalOf, withKnownNames } from './AnonymousUse';
import {
  ImportPreviewer,
  ImportRange,
  KnownUsers,
  PreviewedDays,
} from './ImportPreviewer';
import {
  daysOf,
  describeImport,
  ImportStore,
  StoredImport,
} from './ImportStore';
import { DatedUse, ReadUses, readTable } from './readTable';
import { StagedRows } from './StagedRows';

/** The source for activity that is sent in the request. */
export const CSV = {
  id: 'csv',
  label: 'a table',
  counts: 'whatever the table that was imported counts',
};

/** Previews and starts imports. */
export class ImportService {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      settings: SettingsStore;
      store: ImportStore;
      staged: StagedRows;
      imported: ImportedDays;
      sources: ImportSource[];
      /** Retention period of activity, in days. */
      keepDays: number;
      /** How long a table is kept without being imported, in days. */
      keepTableDays: number;
      readUsers(signal: AbortSignal): Promise<KnownUsers>;
    },
  ) {}

  async list(): Promise<HistoryImportList> {
    const { clock, zone, store } = this.options;
    const imports: HistoryImport[] = [];
    for (const stored of await store.list()) {
      imports.push(await this.#describe(stored));
    }
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      imports,
    };
  }

  /**
   * @throws InputError or ConflictError if there is nothing to import
   */
  async prepare(
    { source: id, csv }: ImportRequest,
    signal: AbortSignal,
  ): Promise<HistoryImport> {
    const { sources } = this.options;
    if (id === CSV.id) {
      if (csv === undefined) {
        throw new InputError("'csv' is missing; expected a table as text");
      }
      return this.#prepareTable(csv, signal);
    }
    const source = sources.find(each => each.id === id);
    if (!source || csv !== undefined) {
      const ids = [CSV.id, ...sources.map(each => each.id)].join(', ');
      throw new InputError(
        source
          ? `'csv' goes with the source 'csv'`
          : `'source' is '${id}'; expected ${ids}`,
      );
    }
    return this.#prepareSource(source, signal);
  }

  /**
   * @throws NotFoundError or ConflictError if it cannot be started
   */
  async start(id: number): Promise<HistoryImport> {
    const { store } = this.options;
    const stored = await store.find(id);
    if (!stored) {
      throw new NotFoundError(`No import '${id}'`);
    }
    if (daysOf(stored) === 0) {
      throw new ConflictError('No data to import');
    }
    const isOpen = stored.state === 'ready' || stored.state === 'failed';
    if (isOpen && stored.source === CSV.id && !this.#isKept(stored)) {
      throw new ConflictError('The table is no longer stored; send it again');
    }
    await store.start(id);
    return this.#describe((await store.find(id))!);
  }

  // Does not check for rows: there are none if everyone in the table opted out,
  // which must not be revealed.
  #isKept({ createdAt }: StoredImport): boolean {
    const { clock, zone, keepTableDays } = this.options;
    return zone.dayOf(createdAt) >= zone.dayOf(clock.now()) - keepTableDays;
  }

  async #prepareSource(
    source: ImportSource,
    signal: AbortSignal,
  ): Promise<HistoryImport> {
    const { zone } = this.options;
    const previewer = await this.#preview(signal);
    const open = await source.open();
    try {
      await previewer.readAll(open, zone);
    } finally {
      await open.close();
    }
    return this.#describe(await this.#add(source, previewer.finish()));
  }

  async #prepareTable(
    csv: string,
    signal: AbortSignal,
  ): Promise<HistoryImport> {
    const { zone, staged } = this.options;
    const { uses, ...read } = await readTable(csv, zone);
    const previewer = await this.#preview(signal);
    const days = Map.groupBy(uses, ({ day }) => day);
    const kept: DatedUse[] = [];
    const { from, to } = previewer.limitTable(
      [...days.keys()].sort((a, b) => a - b),
    );
    for (let day = from; day < to; day++) {
      await breathe();
      const ofDay = days.get(day) ?? [];
      previewer.add(day, ofDay);
      kept.push(...ofDay.filter(({ entityRef }) => !refusalOf(entityRef)));
    }
    const stored = await this.#add(CSV, previewer.finish(skippedRows(read)));
    await staged.add(stored.id, kept.map(withKnownNames));
    return this.#describe(stored);
  }

  async #preview(signal: AbortSignal): Promise<ImportPreviewer> {
    const [range, known] = await Promise.all([
      this.#range(),
      this.options.readUsers(signal),
    ]);
    return new ImportPreviewer(range, known);
  }

  async #range(): Promise<ImportRange> {
    const { clock, zone, settings, imported, keepDays } = this.options;
    const now = clock.now();
    const today = zone.dayOf(now);
    const installed = zone.dayOf((await installationInstant(settings)) ?? now);
    const oldest = today - keepDays;
    const before = Math.min(installed, today);
    const taken = await imported.among({ from: oldest, to: today });
    return { oldest, before, today, taken: new Set(taken) };
  }

  #add(
    {
      id: source,
      label,
      counts,
    }: Pick<ImportSource, 'id' | 'label' | 'counts'>,
    { preview, firstDay, lastDay }: PreviewedDays,
  ): Promise<StoredImport> {
    const { clock, store } = this.options;
    const createdAt = clock.now();
    return store.add({
      source,
      label,
      counts,
      createdAt,
      firstDay,
      lastDay,
      preview,
    });
  }

  async #describe(stored: StoredImport): Promise<HistoryImport> {
    const { firstDay = 0, lastDay = -1 } = stored;
    const days = { from: firstDay, to: lastDay + 1 };
    const isNew = stored.state === 'ready';
    const done = isNew ? [] : await this.options.imported.among(days);
    return describeImport(stored, done.length);
  }
}

function skippedRows({
  faults,
  malformed,
}: Omit<ReadUses, 'uses'>): HistoryImport['skipped'] {
  if (malformed === 0) {
    return [];
  }
  const named = faults.map(({ line, fault }) => `line ${line} ${fault}`);
  const more = malformed - named.length;
  const detail = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(
    '; ',
  );
  return [{ reason: 'malformed', unit: 'rows', count: malformed, detail }];
}
