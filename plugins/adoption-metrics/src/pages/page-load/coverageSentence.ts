import type { PageLoadCoverage } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatShare } from '../../ui/format';

/** Below it, the loads that were not measured weigh too much. */
const good = 0.8;

/** What the numbers of the coverage mean. */
export function coverageSentence({ kinds }: PageLoadCoverage): string {
  const sum = (read: (kind: PageLoadCoverage['kinds'][number]) => number) =>
    kinds.reduce((total, kind) => total + read(kind), 0);
  const navigations = sum(kind => kind.navigations);
  const measured = sum(kind => kind.measured);
  if (navigations === 0) {
    return 'How many navigations there were is unknown, so it cannot be said what part of them the load times speak for.';
  }
  const share = Math.min(1, measured / navigations);
  const counts = `Of ${formatCount(navigations)} navigations ${formatCount(
    measured,
  )} were measured (${formatShare(share, 1)})`;
  return share >= good
    ? `${counts}: the load times speak for most of what people did.`
    : `${counts}: the load times speak only for those, and the others may have been faster or slower.`;
}
