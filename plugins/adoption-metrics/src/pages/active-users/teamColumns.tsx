import type { Metric, TeamUse } from 'backstage-plugin-adoption-metrics-common';
import {
  countOrUnknown,
  formatCount,
  formatValue,
  suppressionText,
} from '../../ui/format';
import { Bar } from '../../ui/Bar';
import type { Column } from '../../ui/table';
import { TeamName } from '../../ui/teams/TeamName';
import { type Placed } from '../../ui/teams/teamTree';
import { ShareChange } from './changes';
import styles from './ActiveUsersSections.module.css';
import { Withheld } from './Withheld';

type TeamRow = Placed<TeamUse['teams'][number]>;

export function teamColumns(
  use: TeamUse,
  metric: Metric,
): Array<Column<TeamRow>> {
  const shares = use.teams.map(({ share }) => share ?? 0);
  const whole = Math.max(metric.target.value, ...shares);
  return [
    {
      id: 'team',
      label: 'Team',
      sortBy: ({ name }) => name,
      cell: (row, sorted) => (
        <TeamName
          row={row}
          sorted={sorted}
          hidden={suppressionText(row.suppressed, use.minimumGroupSize)}
        />
      ),
    },
    {
      id: 'developers',
      label: 'Developers',
      numeric: true,
      sortBy: ({ developers }) => developers,
      cell: ({ developers }) => formatCount(developers),
    },
    {
      id: 'active',
      label: 'Active',
      numeric: true,
      sortBy: ({ active }) => active,
      cell: ({ active, suppressed }) =>
        suppressed ? <Withheld /> : countOrUnknown(active),
    },
    {
      id: 'share',
      label: 'Share',
      numeric: true,
      sortBy: ({ share }) => share,
      cell: row => <Share row={row} whole={whole} metric={metric} />,
    },
    {
      id: 'change',
      label: 'Change',
      numeric: true,
      sortBy: ({ share, previousShare }) =>
        share === null || previousShare === null ? null : share - previousShare,
      cell: ({ share, previousShare }) => (
        <ShareChange share={share} previous={previousShare} />
      ),
    },
  ];
}

interface ShareProps {
  row: TeamRow;
  whole: number;
  metric: Metric;
}

function Share(props: ShareProps) {
  const { row, whole, metric } = props;
  const { share, suppressed } = row;
  if (share === null) {
    return suppressed ? <Withheld /> : <>unknown</>;
  }
  return (
    <div className={styles.meter}>
      <Bar part={share} whole={whole} mark={metric.target.value} />
      <span>{formatValue(share, metric)}</span>
    </div>
  );
}
