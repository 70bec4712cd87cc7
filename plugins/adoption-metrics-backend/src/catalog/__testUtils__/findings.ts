import { ScanFinding } from '../ScanFinding';
import { StalenessReading } from '../StalenessReading';

export const noon = Date.UTC(2026, 10, 23, 12);

export function readingOf(scannedAt: number, stale = 1): StalenessReading {
  return {
    scannedAt,
    total: 10,
    stale,
    exempt: 0,
    byReason: [{ reason: 'orphan', stale }],
    byKind: [{ kind: 'Component', total: 10, stale }],
    byOwner: [{ ownerRef: 'group:default/team', total: 10, stale }],
    ownerUnknownChecked: true,
  };
}

export function findingOf(
  entityUid: string,
  rest: Partial<ScanFinding> = {},
): ScanFinding {
  return {
    entityUid,
    entityRef: `component:default/${entityUid}`,
    kind: 'Component',
    ownerRef: 'group:default/team',
    reason: 'orphan',
    sentence: 'No location leads to it.',
    hint: 'Unregister it.',
    since: noon,
    counted: true,
    isFirst: true,
    ...rest,
  };
}
