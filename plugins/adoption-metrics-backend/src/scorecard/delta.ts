import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { areComparable, Sample } from '../samples';
import { formatDay } from '../time';
import { Reading } from '../parts';

/**
 * The change against a former sample. None across a change of definition
 * (which includes the target) or time zone: it would be a change of question.
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
