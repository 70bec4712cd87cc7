import type { Target } from 'backstage-plugin-adoption-metrics-common';

/** The range that a meter spans, in the unit of the metric. */
export interface MeterScale {
  min: number;
  max: number;
}

const nearTheWhole = 0.9;

/**
 * Chooses the range so that the target sits where the distance to it can be
 * seen: in the middle, or for a target near the whole such as an uptime, with
 * the range ending at the whole.
 */
export function meterScale(value: number | null, target: Target): MeterScale {
  if (target.operator === '<') {
    return { min: 0, max: Math.max(2.5 * target.value, 1.15 * (value ?? 0)) };
  }
  if (target.value < nearTheWhole) {
    const wanted = Math.max(2 * target.value, 1.1 * (value ?? 0));
    return { min: 0, max: Math.max(Math.min(1, wanted), value ?? 0) };
  }
  const allowed = Math.max(1 - target.value, 0.0001);
  const missing = 1 - (value ?? 1);
  return {
    min: Math.max(0, 1 - Math.max(3 * allowed, 1.25 * missing)),
    max: 1,
  };
}

/** Where on the scale a value lies, from 0 to 1. */
export function positionOn(scale: MeterScale, value: number): number {
  const position = (value - scale.min) / (scale.max - scale.min);
  return Math.min(1, Math.max(0, position));
}
