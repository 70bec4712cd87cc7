import { isMet } from 'benchmarks/src/figure';
import { formatNumber } from 'benchmarks/src/format';
import { Finding } from './Trial';

/** Whether a finding keeps to its goal; true without one. */
export function isHeld({ what, value, goal }: Finding): boolean {
  return isMet({ figure: what, value, unit: '', goal }) !== false;
}

/**
 * A result in Markdown: how many checks passed, what was measured, and which
 * checks failed. Checks that passed because they found nothing are only counted.
 */
export function formatResult(findings: Finding[]): string {
  const checks = findings.filter(({ goal }) => goal !== undefined);
  const failed = checks.filter(check => !isHeld(check)).length;
  const shown = findings.filter(each => each.goal !== '= 0' || !isHeld(each));
  const summary =
    failed === 0
      ? `Passed checks: ${checks.length} of ${checks.length}.`
      : `**Failed checks: ${failed} of ${checks.length}.**`;
  return `${summary}\n\n${formatTable(shown)}`;
}

/** A Markdown table of findings, aligned as Prettier does. */
export function formatTable(findings: Finding[]): string {
  const rows = [
    ['', 'measured', 'limit', ''],
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
  return isHeld(finding) ? 'passed' : '**failed**';
}
