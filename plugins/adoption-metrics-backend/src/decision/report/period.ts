import { InputError } from '@backstage/errors';
import { ReportPeriod } from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import {
  addPeriod,
  Day,
  endOfPeriod,
  formatDay,
  Interval,
  parseDay,
  startOfPeriod,
} from '../../time';

const MONTHS_A_QUARTER = 3;

/** A month or quarter of which a report is. */
export interface ReportedPeriod extends Interval {
  kind: ReportPeriod;
  /** Such as `2026-11` or `2026-Q4`. */
  id: string;
  /** For people to read, such as `November 2026` or `Q4 2026`. */
  title: string;
}

/**
 * The days of a period.
 *
 * @param id - such as `2026-11` or `2026-Q4`; the last closed month without it
 * @param closed - the last closed day
 * @throws InputError if it is not over
 */
export function reportedPeriod(
  id: string | undefined,
  closed: Day,
): ReportedPeriod {
  const newest = startOfPeriod(closed + 1, 'month') - 1;
  const period = periodOf(id ?? formatDay(newest).slice(0, 7));
  if (period.to > closed + 1) {
    const accepted = `months and quarters that ended by ${formatDay(closed)}`;
    throw new InputError(refusalOf("'period'", id, accepted));
  }
  return period;
}

function periodOf(id: string): ReportedPeriod {
  const [year, part] = id.split('-');
  return part.startsWith('Q')
    ? quarterOf(year, Number(part.slice(1)))
    : monthOf(year, part);
}

function monthOf(year: string, month: string): ReportedPeriod {
  const from = parseDay(`${year}-${month}-01`)!;
  const title = new Intl.DateTimeFormat('en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(Number(year), Number(month) - 1));
  const to = endOfPeriod(from, 'month');
  return { kind: 'month', id: `${year}-${month}`, title, from, to };
}

function quarterOf(year: string, quarter: number): ReportedPeriod {
  const month = String((quarter - 1) * MONTHS_A_QUARTER + 1).padStart(2, '0');
  const from = parseDay(`${year}-${month}-01`)!;
  return {
    kind: 'quarter',
    id: `${year}-Q${quarter}`,
    title: `Q${quarter} ${year}`,
    from,
    to: addPeriod(from, `P${MONTHS_A_QUARTER}M`)!,
  };
}
