import { isMet } from 'benchmarks/src/figure';
import { formatNumber } from 'benchmarks/src/format';
import { Finding } from './Trial';

/** Whether a finding keeps to its goal; true without one. */
export function isHeld({ what, value, goal }: Finding): boolean {
  return isMet({ figure: what, value, unit: '', goal }) !== false;
}

/** A Markdown table of what was done and what was lost, aligned as Prettier does. */
export function formatTable(findings: Finding[]): string {
  const rows = [
    ['', 'measured', 'accepted', ''],
    ...findings.map(finding => [
      finding.what,
      [formatNumber(finding.value), finding.unit].filter(Boolean).join(' '),
      finding.goal ?? '',
      verdictOf(finding),
    ]),
  ];
  const widths = [0, 1, 2, 3].map(column =>
    Math.max(3, ...rows.map(row => row[column].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => pad(cell, i, widths[i])).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    i === 1 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const [head, ...body] = rows;
  return [head, rule, ...body].map(line).join('\n');
}

// Numbers stand below one another.
function pad(cell: string, column: number, width: number): string {
  return column === 1 ? cell.padStart(width) : cell.padEnd(width);
}

function verdictOf(finding: Finding): string {
  if (finding.goal === undefined) {
    return '';
  }
  return isHeld(finding) ? 'held' : '**broken**';
}
