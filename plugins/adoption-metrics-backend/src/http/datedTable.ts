import { InputError } from '@backstage/errors';
import { Day, parseDay, ReportingZone } from '../time';

/**
 * Reads the header of a table of days and people, and returns the index of each
 * column.
 *
 * @param columns - the accepted ones, including `day` and `person`
 * @throws InputError if the header is not valid
 */
export function readHeader<Column extends string>(
  cells: string[],
  columns: readonly Column[],
): Partial<Record<Column, number>> {
  const names = cells.map(cell => cell.trim().toLocaleLowerCase('en-US'));
  const unknown = names.find(name => !columns.includes(name as Column));
  const missing = ['day', 'person'].find(name => !names.includes(name));
  if (missing || unknown !== undefined || new Set(names).size < names.length) {
    throw new InputError(
      `'csv' has no header: its first line names its columns, day and person, and any of ${columns
        .slice(2)
        .join(', ')}, each once and separated by commas`,
    );
  }
  return Object.fromEntries(
    names.map((name, index) => [name, index]),
  ) as Partial<Record<Column, number>>;
}

/** Parses a cell with a day, or with an instant in UTC. */
export function dayOfCell(text: string, zone: ReportingZone): Day | undefined {
  const day = parseDay(text);
  if (day !== undefined) {
    return day;
  }
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(
    text,
  );
  const at = isInstant ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : zone.dayOf(at);
}
