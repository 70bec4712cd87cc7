export const chartMargin = { top: 22, right: 12, bottom: 0, left: 0 };

export const axisStyle = { tickLine: false, stroke: 'var(--adoption-line)' };

/** Room for the longest label in the chart's small letters, as large as they are. */
export function widthOf(labels: string[], titled = false): number {
  const letters = Math.max(...labels.map(({ length }) => length));
  return 14 + (8 * letters + (titled ? 18 : 0)) * letterScale();
}

/** How much larger than usual the reader has set all text. */
function letterScale(): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  return (parseFloat(fontSize) || 16) / 16;
}

/** What the values of an axis are, along it. */
export function axisTitle(value: string) {
  return {
    value,
    angle: -90,
    position: 'insideLeft' as const,
    style: { textAnchor: 'middle' as const },
  };
}
