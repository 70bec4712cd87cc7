import { MeasurementIndex } from './MeasurementIndex';
import { pageLoadDimensions } from './dimensions';
import { HEADLINE } from '../samples';

/** Below it a reader has to know whom the metric leaves out. */
const LOW_COVERAGE = 0.9;

/** Above it the other way of timing can move the metric. */
const MUCH_BY_LOAD_EVENT = 0.1;

/** What somebody who acts on the metric has to know beside it. */
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
    return `Coverage is unknown: browsers reported ${measured} measured loads and ${navigations} navigations. Until all of the 28 days were collected with navigations, that is expected.`;
  }
  if (coverage === undefined || coverage >= LOW_COVERAGE) {
    return undefined;
  }
  const percent = Math.floor(coverage * 100);
  return `Only ${percent}% of initial page loads could be measured (${measured} of ${navigations})${describeReasons(
    dimensions,
  )}. People who leave before a slow page is there are not in the metric: it may be better than what they saw.`;
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
    ? 'The target changed within the 28 days: the share under it is unknown, and the verdict rests on the percentile, which is within 1%.'
    : undefined;
}

function noteOnMethods(dimensions: MeasurementIndex): string | undefined {
  const loads = dimensions.get(HEADLINE, '')?.n ?? 0;
  const byEvent =
    dimensions.get(pageLoadDimensions.methods('initial'), 'load-event')?.n ?? 0;
  if (loads === 0 || byEvent <= loads * MUCH_BY_LOAD_EVENT) {
    return undefined;
  }
  const percent = Math.floor((byEvent * 100) / loads);
  return `${percent}% of the loads are timed by the load event, because their browsers do not report the largest contentful paint.`;
}

function noteOnDroppedEvents(dimensions: MeasurementIndex): string | undefined {
  let events = 0;
  for (const { n = 0 } of dimensions.of(pageLoadDimensions.droppedEvents)) {
    events += n;
  }
  return events > 0
    ? `Browsers had to give up ${events} ${
        events === 1 ? 'event' : 'events'
      } of any kind before they could be delivered.`
    : undefined;
}
