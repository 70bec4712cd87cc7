import {
  PluginInventory,
  UnknownUseReason,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Day, formatDay, formatInstant, ReportingZone } from '../../time';
import { PluginsInUse, UseReporter } from '../UseReporter';
import { isBasePlugin } from './basePlugins';
import { InstalledPlugin, InstalledPluginStore } from './InstalledPluginStore';

type PluginRow = PluginInventory['plugins'][number];

/**
 * How many of the least used plugins are suggested for removal, besides unused
 * ones; at most half of all plugins.
 */
const FEWEST_USED = 3;

/** Installed plugins, and which of them are used. */
export interface Inventory {
  /** Undefined if no app has reported installed plugins. */
  installed:
    | Array<{ pluginId: string; isBase: boolean; lastReportedOn: Day }>
    | undefined;
  /**
   * Used in the last closed four weeks, or else week; undefined if no week is
   * closed.
   */
  used: Array<{ pluginId: string; isBase: boolean }> | undefined;
}

/** Compares installed plugins with those that are used. */
export class PluginInventoryReporter {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      installed: InstalledPluginStore;
      use: Pick<UseReporter, 'pluginsInUse' | 'usedPlugins'>;
      minimumGroupSize: number;
      /** Ids of this backend's plugins; undefined if unknown. */
      backendPlugins(): Promise<string[] | undefined>;
    },
  ) {}

  async read(): Promise<Inventory> {
    const { installed, use } = this.sources;
    const found = await installed.read(this.#today());
    const used = await use.usedPlugins();
    return {
      installed: found?.map(({ pluginId, lastDay }) => ({
        pluginId,
        isBase: isBasePlugin(pluginId),
        lastReportedOn: lastDay,
      })),
      used:
        used.length > 0
          ? used.map(pluginId => ({
              pluginId,
              isBase: isBasePlugin(pluginId),
            }))
          : undefined,
    };
  }

  async report(): Promise<PluginInventory> {
    const { clock, zone, installed, use, backendPlugins } = this.sources;
    const [found, inUse, used, backend] = await Promise.all([
      installed.read(this.#today()),
      use.pluginsInUse(),
      use.usedPlugins(),
      backendPlugins(),
    ]);
    const minimumGroupSize =
      inUse?.minimumGroupSize ?? this.sources.minimumGroupSize;
    const plugins = describePlugins({
      installed: found,
      inUse,
      used: new Set(used),
      backend,
      minimumGroupSize,
    });
    const counted = plugins.filter(
      ({ isBase, lastReportedOn }) => !isBase && lastReportedOn !== null,
    );
    const countOf = (state: PluginRow['use']) =>
      found && inUse
        ? counted.filter(plugin => plugin.use === state).length
        : null;
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      from: inUse ? formatDay(inUse.days.from) : null,
      to: inUse ? formatDay(inUse.days.to) : null,
      minimumGroupSize,
      reportedSince: found ? formatDay(firstOf(found)) : null,
      installed: found ? counted.length : null,
      used: countOf('used'),
      unused: countOf('unused'),
      plugins,
      backend: backend?.toSorted() ?? null,
    };
  }

  #today(): Day {
    const { clock, zone } = this.sources;
    return zone.dayOf(clock.now());
  }
}

interface Known {
  installed: InstalledPlugin[] | undefined;
  /** Use in the last closed four weeks; undefined if none are closed. */
  inUse: PluginsInUse | undefined;
  /** Used in the last closed period of any length. */
  used: ReadonlySet<string>;
  backend: string[] | undefined;
  minimumGroupSize: number;
}

/**
 * Describes all installed or used plugins: candidates for removal first, base
 * plugins last.
 */
export function describePlugins(known: Known): PluginRow[] {
  const { installed = [], used } = known;
  const byId = new Map(installed.map(each => [each.pluginId, each]));
  const ids = new Set([
    ...byId.keys(),
    ...used,
    ...(known.inUse?.people?.keys() ?? []),
  ]);
  const rows = [...ids].map(id => describe(id, byId.get(id), known));
  const candidates = candidatesOf(rows, known.inUse);
  const placed = rows.map(row => ({
    ...row,
    removal: (candidates.indexOf(row) + 1 || null) as number | null,
  }));
  return placed.sort(
    (a, b) =>
      Number(a.isBase) - Number(b.isBase) ||
      (a.removal ?? Infinity) - (b.removal ?? Infinity) ||
      (a.id < b.id ? -1 : 1),
  );
}

function describe(
  id: string,
  installed: InstalledPlugin | undefined,
  known: Known,
): Omit<PluginRow, 'removal'> {
  const { backend, inUse, minimumGroupSize } = known;
  const people = inUse?.people && (inUse.people.get(id) ?? 0);
  const isSmall = Boolean(people) && people! < minimumGroupSize;
  const isUsed = known.used.has(id) || Boolean(people);
  const whyUnknown = isUsed ? undefined : unknownUse(installed, known);
  return {
    id,
    isBase: isBasePlugin(id),
    surface: installed?.surface ?? null,
    firstReportedOn: installed ? formatDay(installed.firstDay) : null,
    lastReportedOn: installed ? formatDay(installed.lastDay) : null,
    isInBackend: backend ? backend.includes(id) : null,
    use: isUsed ? 'used' : (whyUnknown && 'unknown') ?? 'unused',
    ...(whyUnknown ? { whyUnknown } : {}),
    people: isSmall || whyUnknown ? null : people ?? null,
    ...(isSmall ? { suppressed: 'too-few-people' as const } : {}),
  };
}

/** Why unused plugins cannot be determined; undefined if they can. */
function unknownUse(
  installed: InstalledPlugin | undefined,
  { inUse, installed: all }: Known,
): UnknownUseReason | undefined {
  if (!inUse) {
    return 'no-closed-period';
  }
  if (!inUse.isObserved) {
    return 'not-observed';
  }
  // For plugins in the very first report, it is unknown how long they were
  // installed.
  const isNew =
    installed &&
    installed.firstDay > inUse.days.from &&
    installed.firstDay > firstOf(all!);
  if (isNew) {
    return 'new';
  }
  return installed?.surface === 'card' ? 'cards-only' : undefined;
}

function firstOf(installed: InstalledPlugin[]): Day {
  return Math.min(...installed.map(({ firstDay }) => firstDay));
}

type Row = Omit<PluginRow, 'removal'>;

/** Unused plugins, then the least used ones. */
function candidatesOf(rows: Row[], inUse: PluginsInUse | undefined): Row[] {
  const removable = rows.filter(
    ({ isBase, lastReportedOn }) => !isBase && lastReportedOn !== null,
  );
  const peopleOf = ({ id }: Row) => inUse?.people?.get(id) ?? 0;
  const byName = (a: Row, b: Row) => (a.id < b.id ? -1 : 1);
  const unused = removable.filter(({ use }) => use === 'unused').sort(byName);
  const used = removable
    .filter(({ use }) => use === 'used' && inUse?.people)
    .sort((a, b) => peopleOf(a) - peopleOf(b) || byName(a, b));
  const fewest = Math.min(FEWEST_USED, Math.floor(used.length / 2));
  return [...unused, ...used.slice(0, fewest)];
}
