import { formatResult, formatTable, isHeld } from './table';

const findings = [
  { what: 'client requests', value: 12_345 },
  { what: 'batches lost', value: 0, goal: '= 0' as const },
  {
    what: 'longest wait',
    value: 1_250.4,
    unit: 'ms',
    goal: '<= 1000' as const,
  },
];

it('is a table that Prettier leaves alone', () => {
  expect(formatTable(findings)).toBe(
    `
|                 | measured | limit   |            |
| --------------- | -------: | ------- | ---------- |
| client requests |   12,345 |         |            |
| batches lost    |        0 | = 0     | passed     |
| longest wait    | 1,250 ms | <= 1000 | **failed** |
`.trim(),
  );
});

it('counts checks that found nothing, and shows those that failed', () => {
  const result = formatResult(findings);
  expect(result).toMatch(/^\*\*Failed checks: 1 of 2\.\*\*\n\n\|/);
  expect(result).toContain('| longest wait    | 1,250 ms |');
  expect(result).not.toContain('batches lost');
  expect(formatResult(findings.slice(0, 2))).toMatch(
    /^Passed checks: 1 of 1\./,
  );
  const lost = { what: 'batches lost', value: 1, goal: '= 0' as const };
  expect(formatResult([lost])).toContain(
    '| batches lost |        1 | = 0   | **failed** |',
  );
});

it('holds without a goal, and never on what is no number', () => {
  expect(findings.map(isHeld)).toEqual([true, true, false]);
  expect(isHeld({ what: 'late', value: NaN, goal: '< 100' })).toBe(false);
});
