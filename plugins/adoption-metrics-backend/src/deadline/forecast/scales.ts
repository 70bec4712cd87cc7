/** A scale on which adoption may grow linearly. */
export interface Scale {
  /** @param share - between 0 and 1 */
  from(share: number): number;
  /** Converts back to a share between 0 and 1. */
  to(value: number): number;
  /**
   * Standard deviation of the weekly change of the slope. Chosen by a study
   * (docs/deadline.md): lower values cause false alarms, and a range that is
   * too narrow; higher ones delay warnings.
   */
  bend: number;
}

/** The same number of new people every week. */
const linear: Scale = {
  from: share => share,
  to: value => Math.min(1, Math.max(0, value)),
  bend: 0.0045,
};

/** Shares are limited to this, because 0 and 1 are infinite on this scale. */
const EDGE = 0.001;

/**
 * The odds grow by a constant factor: slowly at first, then fast, then slowly
 * again, as with word of mouth.
 */
const logit: Scale = {
  from(share) {
    const inside = Math.min(1 - EDGE, Math.max(EDGE, share));
    return Math.log(inside / (1 - inside));
  },
  to: value => 1 / (1 + Math.exp(-value)),
  bend: 0.0225,
};

export const scales = { linear, logit };

export type ScaleName = keyof typeof scales;
