import { formatCountOf, formatShare } from '../../ui/format';
import type { ColumnRow } from '../../ui/chart';
import { binLabel, sumOf, type Bin } from './bins';

/** Bins as columns, those beyond the target in a layer of their own. */
export function histogramRows(bins: Bin[], targetSeconds: number): ColumnRow[] {
  const all = sumOf(bins);
  return bins.map(bin => ({
    key: binLabel(bin),
    label: binLabel(bin),
    values: { [bin.to <= targetSeconds ? 'within' : 'beyond']: bin.loads },
    details: [
      `${formatCountOf(bin.loads, 'load')}, ${formatShare(bin.loads / all, 1)}`,
    ],
  }));
}
