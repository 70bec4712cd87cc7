import type { ColumnRow } from '../../ui/chart';
import { binLabel, sumOf, type Bin } from './bins';
import { type Language } from '../../ui/format';

/** Bins as columns, those beyond the target in a layer of their own. */
export function histogramRows(
  bins: Bin[],
  targetSeconds: number,
  language: Language,
): ColumnRow[] {
  const { t, format } = language;
  const all = sumOf(bins);
  return bins.map(bin => ({
    key: binLabel(bin, language),
    label: binLabel(bin, language),
    values: { [bin.to <= targetSeconds ? 'within' : 'beyond']: bin.loads },
    details: [
      t('pageLoad.distribution.binDetail', {
        loads: t('pageLoad.loads', { count: bin.loads }),
        share: format.share(bin.loads / all),
      }),
    ],
  }));
}
