export const chartMargin = { top: 22, right: 12, bottom: 0, left: 0 };

export const axisStyle = { tickLine: false, stroke: 'var(--adoption-line)' };

/** Room for the longest label in the chart's small letters. */
export function widthOf(labels: string[]): number {
  return 14 + 8 * Math.max(...labels.map(({ length }) => length));
}
