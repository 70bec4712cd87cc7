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
    withoutOwner: { total: 0, stale: 0 },
    ownerUnknownChecked: true,
  };
}

export function findingOf(
  name: string,
  rest: Partial<ScanFinding> = {},
): ScanFinding {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    ownerRefs: ['group:default/team'],
    missingOwnerRefs: [],
    reason: 'orphan',
    sentence: 'No location leads to it.',
    hint: 'Unregister it.',
    wording: { sentence: [], hint: [] },
    since: noon,
    counted: true,
    isFirst: true,
    ...rest,
  };
}
