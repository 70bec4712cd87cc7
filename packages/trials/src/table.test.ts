import { formatTable, isHeld } from './table';

const findings = [
  { what: 'requests of clients', value: 12_345 },
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
|                     | measured | accepted |            |
| ------------------- | -------: | -------- | ---------- |
| requests of clients |   12,345 |          |            |
| batches lost        |        0 | = 0      | held       |
| longest wait        | 1,250 ms | <= 1000  | **broken** |
`.trim(),
  );
});

it('holds without a goal, and never on what is no number', () => {
  expect(findings.map(isHeld)).toEqual([true, true, false]);
  expect(isHeld({ what: 'late', value: NaN, goal: '< 100' })).toBe(false);
});
