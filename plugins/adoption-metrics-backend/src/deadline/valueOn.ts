/** Interpolates linearly between points; constant outside of them. */
export function valueOn(
  line: ReadonlyArray<readonly [number, number]>,
  at: number,
): number {
  const next = line.findIndex(([x]) => at < x);
  if (next <= 0) {
    return line.at(next)![1];
  }
  const [[x0, y0], [x1, y1]] = line.slice(next - 1, next + 1);
  return y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
}
