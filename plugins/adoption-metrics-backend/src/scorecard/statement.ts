import {
  metricDescriptors,
  say,
  UndecidedReason,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { MetricSource, Reading } from '../parts';

type Measured = Pick<MetricSource, 'id' | 'unit' | 'target'>;

/** Value, target and status in a sentence or two. */
export function describeReading(metric: Measured, reading: Reading): Wording {
  const values = {
    name: say(`scorecard.name.${metric.id}`),
    value: describeValue(metric, reading),
    target: describeTarget(metric),
  };
  const { verdict } = reading;
  return verdict.status === 'undecided'
    ? say('scorecard.undecided', {
        ...values,
        reason: describeReason(metric, verdict.reason, reading),
      })
    : say('scorecard.decided', {
        ...values,
        verdict: describeVerdict(metric, reading),
      });
}

function describeTarget({ target, unit }: Measured): Wording {
  return say(
    target.operator === '>=' ? 'scorecard.at-least' : 'scorecard.under',
    { value: { type: 'limit', value: target.value, unit } },
  );
}

function describeValue(
  { id, unit, target }: Measured,
  { value, numerator, denominator }: Reading,
) {
  if (value === undefined) {
    return say('scorecard.unknown');
  }
  const written = { type: 'metric', value, id, unit, target } as const;
  const isCounted =
    metricDescriptors[id].counted &&
    numerator !== undefined &&
    denominator !== undefined;
  return isCounted
    ? say('scorecard.counted', {
        value: written,
        part: numerator,
        whole: denominator,
      })
    : written;
}

function describeVerdict(
  { target }: Measured,
  { verdict, value }: Reading,
): Wording {
  if (verdict.status === 'met') {
    return say('scorecard.on-target');
  }
  if (target.operator === '>=') {
    return say('scorecard.below-target');
  }
  return value === target.value
    ? say('scorecard.not-below-target')
    : say('scorecard.above-target');
}

function describeReason(
  { id }: Measured,
  reason: UndecidedReason,
  { problem, window }: Reading,
): Wording {
  if (problem) {
    return problem;
  }
  return reason === 'window-incomplete' && window
    ? say('scorecard.reason.window-day', {
        day: Math.max(1, window.observedDays),
        days: metricDescriptors[id].judgedAfterDays ?? window.days,
      })
    : say(`scorecard.reason.${reason}`);
}
