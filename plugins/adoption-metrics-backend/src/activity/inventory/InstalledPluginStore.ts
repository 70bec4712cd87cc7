import { createHash } from 'node:crypto';
import {
  InstalledPluginsEvent,
  PluginSurface,
} from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { toOptionalNumber, Upsert } from '../../database';
import { AttributedEvent, EventCounter } from '../../parts';
import { Day } from '../../time';
import { WINDOW_DAYS } from '../dimensions';

const TABLE = 'installed_plugins';

/** A single person must not be able to make up a plugin. */
const WITNESSES = 2;

/** The maximum number of installed plugins to list. */
const MOST_PLUGINS = 500;

type InstalledRow = {
  plugin_id: string;
  surface: PluginSurface;
  /** Distinguishes most people without identifying them. */
  witness: number;
  first_day: Day;
  last_day: Day;
};

/** An installed plugin, as reported by the browsers of several people. */
export interface InstalledPlugin {
  pluginId: string;
  surface: PluginSurface;
  firstDay: Day;
  lastDay: Day;
}

/** Counts which plugins are installed, as reported by browsers. */
export const installedPluginsCounter: EventCounter = {
  count: events => [
    {
      table: TABLE,
      key: ['plugin_id', 'surface', 'witness'],
      replace: ['last_day'],
      rows: rowsOf(events),
    } as Upsert,
  ],
};

function rowsOf(events: AttributedEvent[]): InstalledRow[] {
  const rows = new Map<string, InstalledRow>();
  for (const { event, personId, day } of events) {
    if (event.type === 'installed-plugins') {
      for (const plugin of event.plugins) {
        const row = toRow(plugin, personId, day);
        rows.set(`${row.plugin_id} ${row.surface} ${row.witness}`, row);
      }
    }
  }
  return [...rows.values()];
}

function toRow(
  { id, surface }: InstalledPluginsEvent['plugins'][number],
  personId: number,
  day: Day,
): InstalledRow {
  // Eight bits distinguish a few people, but do not identify anybody.
  const hash = createHash('sha256').update(`${personId} ${id}`).digest();
  const days = { first_day: day, last_day: day };
  return { plugin_id: id, surface, witness: hash[0], ...days };
}

/** Reads which plugins are installed in the app. */
export class InstalledPluginStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Plugins that the browsers of at least two people reported in the last 28
   * days. One person is enough if nobody else reported any. Undefined if there
   * are no reports.
   */
  async read(today: Day): Promise<InstalledPlugin[] | undefined> {
    const rows = await this.#count(today - WINDOW_DAYS);
    const plugins = [...Map.groupBy(rows, ({ pluginId }) => pluginId).values()];
    const witnesses = plugins.map(witnessesOf);
    // The number of reports required: two, or fewer if there are fewer people.
    const enough = Math.min(WITNESSES, Math.max(0, ...witnesses));
    return enough === 0
      ? undefined
      : plugins
          .filter((_, index) => witnesses[index] >= enough)
          .slice(0, MOST_PLUGINS)
          .map(surfaces => describe(surfaces, enough));
  }

  async #count(after: Day) {
    const rows: Array<Record<string, unknown>> = await this.knex(TABLE)
      .where('last_day', '>', after)
      .groupBy('plugin_id', 'surface')
      .orderBy('plugin_id')
      .select('plugin_id', 'surface')
      .min({ first_day: 'first_day' })
      .max({ last_day: 'last_day' })
      .count({ witnesses: '*' });
    return rows.map(row => ({
      pluginId: String(row.plugin_id),
      surface: row.surface as PluginSurface,
      firstDay: toOptionalNumber(row.first_day)!,
      lastDay: toOptionalNumber(row.last_day)!,
      witnesses: Number(row.witnesses),
    }));
  }
}

type Counted = InstalledPlugin & { witnesses: number };

// A plugin may get a page, while some browsers still report only its cards.
function witnessesOf(surfaces: Counted[]): number {
  return Math.max(...surfaces.map(({ witnesses }) => witnesses));
}

function describe(surfaces: Counted[], enough: number): InstalledPlugin {
  const hasPage = surfaces.some(
    ({ surface, witnesses }) => surface === 'page' && witnesses >= enough,
  );
  return {
    pluginId: surfaces[0].pluginId,
    surface: hasPage ? 'page' : 'card',
    firstDay: Math.min(...surfaces.map(({ firstDay }) => firstDay)),
    lastDay: Math.max(...surfaces.map(({ lastDay }) => lastDay)),
  };
}
