import { isDeepStrictEqual } from 'node:util';
import { ScanFinding } from '../ScanFinding';
import { ListedFinding } from './RunningScan';

/** How the findings of an entity differ from the listed ones. */
interface FindingChanges {
  /** Ids of rows to keep, unchanged or overwritten. */
  confirmed: number[];
  /** New and changed findings. */
  changed: ScanFinding[];
}

/** Compares listed findings of an entity with those of a scan. */
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
