import {
  discardReasons,
  say,
  Wording,
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

/** What a reader should know besides the load times. */
export function pageLoadNotes(dimensions: MeasurementIndex): Wording[][] {
  return [
    noteOnCoverage(dimensions),
    noteOnTarget(dimensions),
    noteOnMethods(dimensions),
    noteOnDroppedEvents(dimensions),
  ].flatMap(note => (note ? [[note]] : []));
}

function noteOnCoverage(dimensions: MeasurementIndex): Wording | undefined {
  const {
    value: coverage,
    numerator: measured = 0,
    denominator: navigations = 0,
  } = dimensions.get(pageLoadDimensions.coverage, 'initial') ?? {};
  if (measured > navigations) {
    return say('scorecard.note.coverage-unknown', { measured, navigations });
  }
  if (coverage === undefined || coverage >= LOW_COVERAGE) {
    return undefined;
  }
  const target = { operator: '>=', value: LOW_COVERAGE } as const;
  const share = { type: 'share', value: coverage, target } as const;
  const values = { share, measured, navigations };
  const reason = mostCommonReason(dimensions);
  return reason
    ? say('scorecard.note.low-coverage-because', { ...values, reason })
    : say('scorecard.note.low-coverage', values);
}

/** A reason that is newer than this backend is written as it is. */
function mostCommonReason(
  dimensions: MeasurementIndex,
): string | Wording | undefined {
  const [most] = dimensions
    .of(pageLoadDimensions.discards('initial'))
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
  const known = discardReasons.find(each => each === most?.member);
  return known ? say(`scorecard.discard.${known}`) : most?.member;
}

function noteOnTarget(dimensions: MeasurementIndex): Wording | undefined {
  const headline = dimensions.get(HEADLINE, '');
  return headline?.n && headline.numerator === undefined
    ? say('scorecard.note.target-changed')
    : undefined;
}

function noteOnMethods(dimensions: MeasurementIndex): Wording | undefined {
  const loads = dimensions.get(HEADLINE, '')?.n ?? 0;
  const byEvent =
    dimensions.get(pageLoadDimensions.methods('initial'), 'load-event')?.n ?? 0;
  if (loads === 0 || byEvent <= loads * MUCH_BY_LOAD_EVENT) {
    return undefined;
  }
  return say('scorecard.note.load-event', {
    share: { type: 'share', value: byEvent / loads },
  });
}

function noteOnDroppedEvents(
  dimensions: MeasurementIndex,
): Wording | undefined {
  let events = 0;
  for (const { n = 0 } of dimensions.of(pageLoadDimensions.droppedEvents)) {
    events += n;
  }
  return events > 0
    ? say('scorecard.note.dropped-events', { events })
    : undefined;
}
