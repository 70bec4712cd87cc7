import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { areComparable, Sample } from '../samples';
import { formatDay } from '../time';
import { Reading } from '../parts';

/**
 * The change since an earlier sample. None if the definition (which includes
 * the target) or the time zone changed, because the samples are not comparable.
 */
export function deltaOf(
  reading: Reading,
  previous: Sample | undefined,
  current: Pick<Sample, 'definitionVersion' | 'timeZone'>,
): Metric['delta'] {
  const comparable =
    reading.value !== undefined &&
    previous?.value !== undefined &&
    areComparable(previous, current);
  if (!comparable) {
    return null;
  }
  return {
    change: reading.value! - previous.value!,
    previousValue: previous.value!,
    previousDay: formatDay(previous.day),
    ...difference('numeratorChange', reading.numerator, previous.numerator),
    ...difference(
      'denominatorChange',
      reading.denominator,
      previous.denominator,
    ),
  };
}

function difference(name: string, now?: number, before?: number) {
  return now === undefined || before === undefined
    ? {}
    : { [name]: now - before };
}
