/** Text as it would be typed. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A table, aligned as Prettier does. */
export function markdownTable([head, ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(row => row[column].length)),
  );
  const line = (cells: string[], filler = ' ') =>
    `| ${cells
      .map((cell, column) => cell.padEnd(widths[column], filler))
      .join(' | ')} |`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...rows.map(row => line(row))].join('\n');
}
