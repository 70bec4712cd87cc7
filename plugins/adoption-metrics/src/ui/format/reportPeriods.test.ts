import { isOver, lastQuarter, periodBeside } from './reportPeriods';

it.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-Q4', 1, '2027-Q1'],
  ['2026-Q1', -1, '2025-Q4'],
])('%s and %d is %s', (period, steps, other) => {
  expect(periodBeside(period, steps)).toBe(other);
});

it.each([
  ['2026-11-30', '2026-Q3'],
  ['2027-01-01', '2026-Q4'],
])('the last quarter on %s is %s', (today, quarter) => {
  expect(lastQuarter(today)).toBe(quarter);
});

it.each([
  ['2026-10', '2026-11-01', true],
  ['2026-11', '2026-11-30', false],
  ['2026-Q4', '2026-12-31', false],
  ['2026-Q4', '2027-01-01', true],
])('%s is over on %s: %s', (period, today, over) => {
  expect(isOver(period, today)).toBe(over);
});
