import { ImportedUse } from 'backstage-plugin-adoption-metrics-node';
import { Day, ReportingZone } from '../../time';
import { dayOfCell, parseTable, readHeader } from '../../http';

const columns = ['day', 'person', 'plugin', 'action', 'count'] as const;

type Column = (typeof columns)[number];

/** Nobody does more on one day. */
const MOST = 100_000;

/** How many faults to report; a table may have millions. */
const MOST_FAULTS = 20;

/** A person's actions with their day. */
export type DatedUse = ImportedUse & { day: Day };

/**
 * A row that cannot be read, and why. Cells are not quoted, because they may
 * contain names.
 */
interface TableFault {
  line: number;
  fault: string;
}

/** The content of a table. */
export interface ReadUses {
  uses: DatedUse[];
  /** The first faults. */
  faults: TableFault[];
  /** The number of rows that cannot be read. */
  malformed: number;
}

/**
 * Parses a table of activity with one row per day, person, plugin, and action.
 * Only `day` and `person` are required; identical rows add up.
 *
 * @throws InputError if the header is not valid
 */
export async function readTable(
  text: string,
  zone: ReportingZone,
): Promise<ReadUses> {
  const rows = parseTable(text);
  const header = await rows.next();
  const places = readHeader(header.value?.cells ?? [], columns);
  const uses = new Map<string, DatedUse>();
  const faults: TableFault[] = [];
  let malformed = 0;
  for await (const { line, cells, fault } of rows) {
    const read = fault ? { fault } : readRow(cells, { places, zone });
    if ('fault' in read) {
      malformed++;
      if (faults.length < MOST_FAULTS) {
        faults.push({ line, fault: read.fault });
      }
      continue;
    }
    const { day, entityRef, pluginId, action, count } = read;
    const key = JSON.stringify([day, entityRef, pluginId, action]);
    const before = uses.get(key)?.count ?? 0;
    uses.set(key, { ...read, count: Math.min(MOST, before + count) });
  }
  return { uses: [...uses.values()], faults, malformed };
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
