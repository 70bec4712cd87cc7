import type { Target } from 'backstage-plugin-adoption-metrics-common';

/** The range that a meter spans, in the unit of the metric. */
export interface MeterScale {
  min: number;
  max: number;
}

const nearTheWhole = 0.9;

/** Lengths that read well, between one and ten. */
const roundLengths = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * Chooses the range so that the distance to the target can be seen: from zero
 * with the target in the middle or, for a target near the whole such as an
 * uptime, up to the whole and only so far below the target as matters.
 */
export function meterScale(value: number | null, target: Target): MeterScale {
  if (target.operator === '>=' && target.value >= nearTheWhole) {
    const allowed = Math.max(1 - target.value, 0.0001);
    const missing = 1 - (value ?? 1);
    const length = roundUp(Math.max(3 * allowed, 1.1 * missing));
    return { min: Math.max(0, without(1, length)), max: 1 };
  }
  const length = Math.max(2 * target.value, roundUp(1.1 * (value ?? 0)));
  const isShareToReach = target.operator === '>=';
  return {
    min: 0,
    max: isShareToReach ? Math.max(Math.min(1, length), value ?? 0) : length,
  };
}

/** Where on the scale a value lies, from 0 to 1. */
export function positionOn(scale: MeterScale, value: number): number {
  const position = (value - scale.min) / (scale.max - scale.min);
  return Math.min(1, Math.max(0, position));
}

function roundUp(length: number): number {
  if (length <= 0) {
    return 0;
  }
  const unit = 10 ** Math.floor(Math.log10(length));
  // What a sum of fractions is beyond a round length is no reason for more.
  const inUnits = Number((length / unit).toFixed(9));
  const round = roundLengths.find(each => each >= inUnits) ?? 10;
  return Number((round * unit).toPrecision(3));
}

/** A difference without the noise of fractions. */
function without(whole: number, part: number): number {
  return Number((whole - part).toPrecision(12));
}
