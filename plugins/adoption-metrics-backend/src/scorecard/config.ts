import {
  MetricDescriptor,
  metricDescriptors,
  MetricId,
  metricIds,
  Target,
} from 'backstage-plugin-adoption-metrics-common';
import { positive, section, share } from '../configuration';

/** Nobody waits longer for a page. */
const MOST_SECONDS = 60;

/**
 * The configuration below `adoptionMetrics.targets`, with one key per metric.
 */
export const targetsConfig = section(
  Object.fromEntries(
    metricIds.map(id => [
      metricDescriptors[id].targetKey,
      targetValue(metricDescriptors[id]),
    ]),
  ),
).transform(targetsOf);

function targetValue({ unit, target, targetMeaning }: MetricDescriptor) {
  const value = unit === 'share' ? share() : positive(MOST_SECONDS, unit);
  return value.prefault(target.value).describe(targetMeaning);
}

function targetsOf(values: Record<string, number>): Record<MetricId, Target> {
  const targets = metricIds.map(id => {
    const { target, targetKey } = metricDescriptors[id];
    return [id, { operator: target.operator, value: values[targetKey] }];
  });
  return Object.fromEntries(targets);
}
