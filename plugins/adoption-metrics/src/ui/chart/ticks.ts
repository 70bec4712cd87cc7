/** Round numbers from at most the lowest to at least the highest. */
export function ticksBetween(lowest: number, highest: number): number[] {
  const step = roundStep((highest - lowest) / 4 || 1);
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.ceil(highest / step - 1e-9);
  const ticks: number[] = [];
  for (let index = first; index <= last; index++) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find(f => f * power >= step - 1e-12) ?? 10;
  return factor * power;
}
