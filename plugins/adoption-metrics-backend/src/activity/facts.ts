import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Reading } from '../parts';
import { HEADLINE, Measurement, measurementOf } from '../samples';
import { dimensions } from './dimensions';

type Facts = Reading['facts'];

/** Additional facts from the samples of a closed day. */
export function factsOf(samples: Measurement[], target: Target): Facts {
  const headline = measurementOf(samples, HEADLINE);
  if (!headline) {
    return {};
  }
  const week = measurementOf(samples, dimensions.days, '7');
  const single = measurementOf(samples, dimensions.days, '1');
  const facts = {
    'weekly-active': week?.numerator,
    'daily-active': single?.numerator,
  };
  return headline.value === undefined
    ? facts
    : { ...peopleFacts(headline, samples, target), ...facts };
}

function peopleFacts(
  { numerator = 0, denominator = 0, n = 0 }: Measurement,
  samples: Measurement[],
  target: Target,
): Facts {
  const needed = Math.ceil(Number((target.value * denominator).toFixed(6)));
  return {
    'users-needed': Math.max(0, needed - numerator),
    'outside-developers': Math.max(0, n - numerator),
    'regular-users': measurementOf(samples, dimensions.regular)?.numerator,
  };
}
