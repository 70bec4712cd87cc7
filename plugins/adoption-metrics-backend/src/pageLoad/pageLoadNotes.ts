import {
  apiLocale,
  formatShare,
} from 'backstage-plugin-adoption-metrics-common';
import { MeasurementIndex } from './MeasurementIndex';
import { pageLoadDimensions } from './dimensions';
import { HEADLINE } from '../samples';

/** With a lower coverage, readers should know which loads are missing. */
const LOW_COVERAGE = 0.9;

/**
 * With a higher share, the less precise timing method can affect the metric.
 */
const MUCH_BY_LOAD_EVENT = 0.1;

/** What readers should know besides the load times. */
export function pageLoadNotes(dimensions: MeasurementIndex): string[] {
  return [
    noteOnCoverage(dimensions),
    noteOnTarget(dimensions),
    noteOnMethods(dimensions),
    noteOnDroppedEvents(dimensions),
  ].filter(note => note !== undefined);
}

function noteOnCoverage(dimensions: MeasurementIndex): string | undefined {
  const {
    value: coverage,
    numerator: measured = 0,
    denominator: navigations = 0,
  } = dimensions.get(pageLoadDimensions.coverage, 'initial') ?? {};
  if (measured > navigations) {
    return `Coverage is unknown: browsers reported ${measured} measured loads but only ${navigations} navigations. This is expected until navigations have been collected for 28 days.`;
  }
  if (coverage === undefined || coverage >= LOW_COVERAGE) {
    return undefined;
  }
  const share = formatShare(coverage, apiLocale, {
    operator: '>=',
    value: LOW_COVERAGE,
  });
  const reason = describeReasons(dimensions);
  return `Only ${share} of initial page loads were measured (${measured} of ${navigations})${reason}. People who leave before a slow page has loaded are missing, so actual load times may be longer.`;
}

function describeReasons(dimensions: MeasurementIndex): string {
  const [most] = dimensions
    .of(pageLoadDimensions.discards('initial'))
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
  return most ? `; the most common reason is '${most.member}'` : '';
}

function noteOnTarget(dimensions: MeasurementIndex): string | undefined {
  const headline = dimensions.get(HEADLINE, '');
  return headline?.n && headline.numerator === undefined
    ? 'The target changed within the 28 days: the share within target is unknown, and the status is based on the percentile, which is accurate to within 1%.'
    : undefined;
}

function noteOnMethods(dimensions: MeasurementIndex): string | undefined {
  const loads = dimensions.get(HEADLINE, '')?.n ?? 0;
  const byEvent =
    dimensions.get(pageLoadDimensions.methods('initial'), 'load-event')?.n ?? 0;
  if (loads === 0 || byEvent <= loads * MUCH_BY_LOAD_EVENT) {
    return undefined;
  }
  return `${formatShare(
    byEvent / loads,
    apiLocale,
  )} of the loads are timed by the load event, because those browsers do not report Largest Contentful Paint.`;
}

function noteOnDroppedEvents(dimensions: MeasurementIndex): string | undefined {
  let events = 0;
  for (const { n = 0 } of dimensions.of(pageLoadDimensions.droppedEvents)) {
    events += n;
  }
  return events > 0
    ? `Events of any kind that browsers dropped before delivery: ${events}.`
    : undefined;
}
