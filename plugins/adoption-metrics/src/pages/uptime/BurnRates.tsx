import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import { formatDuration, formatShare } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Chip } from '../../ui/StatusChip';
import styles from './UptimeSections.module.css';

type BurnRate = UptimeReport['burnRates'][number];

const monthSeconds = 30 * 86_400;

const columns: Array<Column<BurnRate>> = [
  {
    id: 'windows',
    label: 'Over the last',
    cell: ({ longSeconds, shortSeconds }) =>
      `${formatDuration(longSeconds)} and ${formatDuration(shortSeconds)}`,
  },
  { id: 'state', label: 'Now', cell: rate => <BurnState rate={rate} /> },
  {
    id: 'rates',
    label: 'Burn rates',
    numeric: true,
    cell: ({ long, short }) => `${rateText(long)} and ${rateText(short)}`,
  },
  {
    id: 'threshold',
    label: 'Too fast from',
    numeric: true,
    cell: ({ threshold }) => rateText(threshold),
  },
  {
    id: 'meaning',
    label: 'What that would mean',
    cell: rate => <div className={styles.meaning}>{meaningOf(rate)}</div>,
  },
];

/** Whether the error budget is being spent faster than it lasts. */
export function BurnRates(props: { rates: BurnRate[] }) {
  return (
    <>
      <h4 className={styles.subtitle}>Burn rates</h4>
      <p className={styles.quiet}>
        How many times faster than the target allows the error budget is being
        spent: at 1× it lasts exactly as long as its window, at 10× a tenth of
        that. A pair burns when both of its rates are too fast.
      </p>
      <DataTable
        name="Burn rates"
        columns={columns}
        rows={props.rates}
        rowKey={({ longSeconds }) => String(longSeconds)}
      />
    </>
  );
}

function BurnState(props: { rate: BurnRate }) {
  const { burning, long, short } = props.rate;
  if (burning) {
    return <Chip tone="negative">burning</Chip>;
  }
  return long === null || short === null ? (
    <>unknown</>
  ) : (
    <Chip tone="positive">not burning</Chip>
  );
}

function meaningOf({ severity, threshold, longSeconds }: BurnRate): string {
  const spent = formatShare((threshold * longSeconds) / monthSeconds);
  const urgency =
    severity === 'page' ? 'somebody should act at once' : 'look into it soon';
  return `${spent} of a 30-day budget gone in ${formatDuration(
    longSeconds,
  )}: ${urgency}`;
}

/** "14.4×", "under 0.1×": what is not nothing never reads as nothing. */
function rateText(rate: number | null): string {
  if (rate === null) {
    return 'unknown';
  }
  if (rate > 0 && rate < 0.1) {
    return 'under 0.1×';
  }
  return `${Math.floor(rate * 10) / 10}×`;
}
