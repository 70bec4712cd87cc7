/** One-sided, 95%: the true value lies beyond a bound in one study of twenty. */
const Z = 1.645;

/** The least share of which `hits` of `tries` are not too many (Wilson). */
export function leastShare(hits: number, tries: number): number {
  return wilson(hits / tries, tries, -Z);
}

/** The largest rate at which no more than `events` of `tries` are not too few (Poisson). */
export function mostRate(events: number, tries: number): number {
  let [low, high] = [events, events + 10 + 5 * Math.sqrt(events)];
  for (let step = 0; step < 60; step++) {
    const mean = (low + high) / 2;
    [low, high] =
      chanceOfAtMost(events, mean) > 0.05 ? [mean, high] : [low, mean];
  }
  return high / tries;
}

/** The least mean of which values with their scatter are not too large. */
export function leastMean(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return (
    mean -
    (Z * Math.sqrt(squares / (values.length - 1))) / Math.sqrt(values.length)
  );
}

function wilson(share: number, tries: number, z: number): number {
  const squared = (z * z) / tries;
  const root = Math.sqrt((share * (1 - share)) / tries + squared / tries / 4);
  return (share + squared / 2 + z * root) / (1 + squared);
}

function chanceOfAtMost(events: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let count = 1; count <= events; count++) {
    term *= mean / count;
    sum += term;
  }
  return sum;
}
