/** A scale on which adoption may grow along a straight line. */
export interface Scale {
  /** @param share - between 0 and 1 */
  from(share: number): number;
  /** Back to a share between 0 and 1. */
  to(value: number): number;
  /**
   * Deviation by which the slope of adoption changes in a week. Chosen by the
   * study (docs/deadline.md): with less, deadlines that make it raise false
   * alarms and the 80% range holds too few ends; with more, warnings come late.
   */
  bend: number;
}

/** The same number of people every week. */
const linear: Scale = {
  from: share => share,
  to: value => Math.min(1, Math.max(0, value)),
  bend: 0.0045,
};

/** Nobody and everybody are infinitely far away; neither is ever certain. */
const EDGE = 0.001;

/**
 * The odds grow by the same factor every week: slow at first, then fast, then
 * slow again, as word of mouth spreads through a company.
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
