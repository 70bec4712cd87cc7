import type { PageLoadCoverage } from 'backstage-plugin-adoption-metrics-common';
import { type Language } from '../../ui/format';

/** Below it, the loads that were not measured weigh too much. */
const good = 0.8;

/** What the numbers of the coverage mean. */
export function coverageSentence(
  { kinds }: PageLoadCoverage,
  { t, format }: Language,
): string {
  const sum = (read: (kind: PageLoadCoverage['kinds'][number]) => number) =>
    kinds.reduce((total, kind) => total + read(kind), 0);
  const navigations = sum(kind => kind.navigations);
  const measured = sum(kind => kind.measured);
  if (navigations === 0) {
    return t('pageLoad.coverage.unknown');
  }
  const share = Math.min(1, measured / navigations);
  const counts = {
    measured: format.count(measured),
    navigations: format.count(navigations),
    share: format.share(share),
  };
  return share >= good
    ? t('pageLoad.coverage.good', counts)
    : t('pageLoad.coverage.poor', counts);
}
