/** What is left when the noise of binary fractions is taken away. */
export function withoutNoise(value: number): number {
  return Number(value.toFixed(6));
}

/** A share where no target is near: "12.3%". */
export function writePercent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** To the nearest, but never across the target: what is below it reads so. */
export function roundBeside(
  target: number,
  value: number,
  decimals: number,
): number {
  const scale = 10 ** decimals;
  const exact = withoutNoise(value * scale);
  const bound = withoutNoise(target * scale);
  const nearest = Math.round(exact);
  if (exact < bound && nearest >= bound) {
    return Math.floor(exact) / scale;
  }
  if (exact >= bound && nearest < bound) {
    return Math.ceil(exact) / scale;
  }
  return nearest / scale;
}
