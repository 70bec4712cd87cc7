import { BenchmarkOptions } from '../Benchmark';
import { Figure } from '../figure';
import {
  addBuckets,
  collapsePageLoads,
  Histogram,
  percentileOf,
} from '../pluginInternals';
import { createRandom, normal } from '../random';
import { percentile } from '../statistics';

const SECONDS = { accepted: 60, target: 5 };
const SHARES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

/** Browsers measure in steps of at least 5 microseconds. */
const STEPS_PER_SECOND = 200_000;

/**
 * Compares percentiles of the stored histogram with those of the individual
 * loads.
 */
export async function* accuracy({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  let worst = 0;
  let wrongShares = 0;
  for (const [name, loads] of Object.entries(
    samples(trial ? 1_000 : 200_000),
  )) {
    const stored = store(loads);
    const error = worstError(loads, stored.histogram);
    note(`${name}: ${loads.length} loads, worst relative error ${error}`);
    worst = Math.max(worst, error);
    const within = loads.filter(load => load < SECONDS.target).length;
    wrongShares += stored.within === within ? 0 : 1;
  }
  yield {
    figure: 'worst-relative-error',
    value: worst,
    unit: 'ratio',
    goal: '<= 0.01',
  };
  yield {
    figure: 'wrong-shares',
    value: wrongShares,
    unit: 'samples',
    goal: '= 0',
  };
}

/** Load times in seconds. */
function samples(size: number): Record<string, number[]> {
  const random = createRandom(1);
  const draw = (count: number, next: () => number) =>
    Array.from({ length: count }, () => measured(next()));
  const logNormal = (middle: number, spread: number) =>
    middle * Math.exp(spread * normal(random));
  return {
    'heavy-tailed (Pareto)': draw(
      size,
      () => 0.8 * (1 - random()) ** (-1 / 1.1),
    ),
    'heavy-tailed (log-normal)': draw(size, () => logNormal(1.5, 1.2)),
    bimodal: draw(size, () =>
      random() < 0.5 ? logNormal(0.3, 0.1) : logNormal(12, 0.1),
    ),
    'every magnitude': draw(size, () => 10 ** (-5 + 6.8 * random())),
    'around the target': draw(size, () => 5 + (random() - 0.5) / 1_000),
    edges: [
      0, 5e-6, 1e-4, 4e-4, 9.95e-4, 0.001, 0.0015, 4.999995, 5, 59.99, 60,
    ],
    'one load': draw(1, () => logNormal(2, 1)),
    'two loads': draw(2, () => logNormal(2, 1)),
    'five loads': draw(5, () => logNormal(2, 1)),
  };
}

function measured(seconds: number): number {
  const steps = Math.round(seconds * STEPS_PER_SECOND);
  return Math.min(SECONDS.accepted, steps / STEPS_PER_SECOND);
}

/** Stores loads in the same way as the plugin. */
function store(loads: number[]): { histogram: Histogram; within: number } {
  const events = loads.map(duration => ({
    event: {
      type: 'page-load' as const,
      at: '2026-03-10T12:00:00.000Z',
      kind: 'initial' as const,
      method: 'lcp' as const,
      routeId: 'page:catalog',
      duration,
    },
    personId: 1,
    day: 0,
  }));
  const rows = collapsePageLoads(events, SECONDS.target * 1_000);
  const histogram: Histogram = new Map();
  rows.buckets.forEach(row => addBuckets(histogram, row));
  return {
    histogram,
    within: Number(rows.counts[0].within_target),
  };
}

function worstError(loads: number[], histogram: Histogram): number {
  const errors = SHARES.map(share => {
    const exact = percentile(loads, share);
    const estimate = percentileOf(histogram, share)! / 1_000;
    return exact === estimate ? 0 : Math.abs(estimate - exact) / exact;
  });
  // The bound holds for real numbers, not for the last digits of floating
  // point.
  return Number(Math.max(...errors).toFixed(12));
}
