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
  const fault = faultOf(names, columns);
  if (fault) {
    throw new InputError(
      `the first line of 'csv' ${fault}; expected the names of its columns, each once: day, person, and any of ${columns
        .slice(2)
        .join(', ')}`,
    );
  }
  return Object.fromEntries(
    names.map((name, index) => [name, index]),
  ) as Partial<Record<Column, number>>;
}

// Without a header the line names a person: no cell is repeated.
function faultOf(
  names: string[],
  columns: readonly string[],
): string | undefined {
  const missing = ['day', 'person'].find(name => !names.includes(name));
  const unknown = names.findIndex(name => !columns.includes(name));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (missing) {
    return `has no column '${missing}'`;
  }
  if (unknown >= 0) {
    return `has an unknown column as number ${unknown + 1}`;
  }
  return twice && `has the column '${twice}' twice`;
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
