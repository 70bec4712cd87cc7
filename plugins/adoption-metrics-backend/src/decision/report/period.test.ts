import { formatDay, parseDay } from '../../time';
import { reportedPeriod } from './period';

const closed = parseDay('2026-11-29')!;

it.each([
  [undefined, '2026-10', 'October 2026', '2026-10-01', '2026-11-01'],
  ['2026-02', '2026-02', 'February 2026', '2026-02-01', '2026-03-01'],
  ['2026-Q3', '2026-Q3', 'Q3 2026', '2026-07-01', '2026-10-01'],
  ['2025-Q4', '2025-Q4', 'Q4 2025', '2025-10-01', '2026-01-01'],
])('%s is %s', (given, id, title, from, to) => {
  const period = reportedPeriod(given, closed);
  expect(period).toMatchObject({ id, title });
  expect([period.from, period.to].map(formatDay)).toEqual([from, to]);
});

it.each(['2026-11', '2026-Q4', '2027-01'])('refuses %s, not over', given => {
  expect(() => reportedPeriod(given, closed)).toThrow(
    `'period' is '${given}'; expected months and quarters that ended by 2026-11-29`,
  );
});

it('takes the month that ends with the closed day', () => {
  const last = parseDay('2026-11-30')!;
  expect(reportedPeriod(undefined, last).id).toBe('2026-11');
  expect(reportedPeriod('2026-11', last).id).toBe('2026-11');
});
