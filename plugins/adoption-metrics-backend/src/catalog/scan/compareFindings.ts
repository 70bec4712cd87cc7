import { isDeepStrictEqual } from 'node:util';
import { ScanFinding } from '../ScanFinding';
import { ListedFinding } from './RunningScan';

/** How the findings of one entity differ from what is listed. */
interface FindingChanges {
  /** Ids of the rows that stay, as they are or overwritten. */
  confirmed: number[];
  /** New ones, and those that differ from their row. */
  changed: ScanFinding[];
}

/** Compares what is listed of one entity with what a scan found. */
export function compareFindings(
  listed: ListedFinding[],
  found: ScanFinding[],
): FindingChanges {
  const pairs = found.map(finding => ({
    finding,
    row: listed.find(({ finding: { reason } }) => reason === finding.reason),
  }));
  return {
    confirmed: pairs.flatMap(({ row }) => (row ? [row.id] : [])),
    changed: pairs
      .filter(({ finding, row }) => !isDeepStrictEqual(finding, row?.finding))
      .map(({ finding }) => finding),
  };
}
