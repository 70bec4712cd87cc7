import { ImportedUse } from 'backstage-plugin-adoption-metrics-node';
import { breathe } from '../../database';
import { Day, ReportingZone } from '../../time';
import { dayOfCell, parseTable, readHeader } from '../../http';

const columns = ['day', 'person', 'plugin', 'action', 'count'] as const;

type Column = (typeof columns)[number];

/** More is no count of a person on a day. */
const MOST = 100_000;

/** A use with its day. */
export type DatedUse = ImportedUse & { day: Day };

/** A row that cannot be read, and why; no cell is quoted, since it may be a name. */
export interface TableFault {
  line: number;
  fault: string;
}

/**
 * Reads a table of activity: one row for each day, person, plugin and action. Only
 * `day` and `person` are required; rows of the same add up.
 *
 * @throws InputError if its header is none
 */
export async function readTable(
  text: string,
  zone: ReportingZone,
): Promise<{ uses: DatedUse[]; faults: TableFault[] }> {
  const rows = parseTable(text);
  const places = readHeader(rows.next().value?.cells ?? [], columns);
  const uses = new Map<string, DatedUse>();
  const faults: TableFault[] = [];
  for (const { line, cells } of rows) {
    await breathe();
    const read = readRow(cells, { places, zone });
    if ('fault' in read) {
      faults.push({ line, fault: read.fault });
      continue;
    }
    const { day, entityRef, pluginId, action, count } = read;
    const key = JSON.stringify([day, entityRef, pluginId, action]);
    const before = uses.get(key)?.count ?? 0;
    uses.set(key, { ...read, count: Math.min(MOST, before + count) });
  }
  return { uses: [...uses.values()], faults };
}

function readRow(
  cells: string[],
  {
    places,
    zone,
  }: { places: Partial<Record<Column, number>>; zone: ReportingZone },
): DatedUse | { fault: string } {
  if (cells.length !== Object.keys(places).length) {
    return { fault: 'has a different number of cells than the header' };
  }
  const cellOf = (column: Column) => cells[places[column] ?? -1]?.trim() ?? '';
  const day = dayOfCell(cellOf('day'), zone);
  if (day === undefined) {
    return {
      fault:
        'has no day; expected days such as 2026-03-31 and instants in UTC such as 2026-03-31T12:00:00Z',
    };
  }
  const entityRef = cellOf('person');
  if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(entityRef)) {
    return {
      fault: 'has no person; expected entity refs such as user:default/ada',
    };
  }
  const count = Number(cellOf('count') || 1);
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    return {
      fault: `has no count; expected whole numbers from 1 to ${MOST}`,
    };
  }
  const pluginId = cellOf('plugin') || 'other';
  const action = cellOf('action') || 'navigate';
  return { day, entityRef, pluginId, action, count };
}
