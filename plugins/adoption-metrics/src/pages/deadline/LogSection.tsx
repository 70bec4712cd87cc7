import type {
  Deadline,
  DeadlineLog,
} from 'backstage-plugin-adoption-metrics-common';
import {
  formatDate,
  formatInstant,
  formatPeriod,
  formatShare,
} from '../../ui/format';
import { useDeadlineLog } from '../../api/useAdoptionMetrics';
import { DataTable, type Column } from '../../ui/table';
import { Loadable } from '../../ui/loading/Loadable';
import { Section } from '../../ui/Section';
import styles from '../../ui/layout.module.css';

type Entry = DeadlineLog['entries'][number];

const acts: Record<Entry['act'], string> = {
  set: 'set',
  changed: 'changed',
  ended: 'ended',
};

/** Who changed the goal or its date, and when. */
export function LogSection(props: { timeZone: string }) {
  const log = useDeadlineLog();
  return (
    <Section title="Log">
      <Loadable loaded={log} subject="The log" skeleton={null}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className={styles.quiet}>No deadline was ever set.</p>
          ) : (
            <DataTable
              name="Changes of goal and date"
              columns={columnsIn(props.timeZone)}
              rows={entries}
              rowKey={({ at, act }) => `${at} ${act}`}
            />
          )
        }
      </Loadable>
    </Section>
  );
}

function columnsIn(timeZone: string): Array<Column<Entry>> {
  return [
    { id: 'at', label: 'When', cell: ({ at }) => formatInstant(at, timeZone) },
    { id: 'by', label: 'Who', cell: ({ by }) => by ?? 'somebody forgotten' },
    { id: 'act', label: 'What', cell: ({ act }) => acts[act] },
    { id: 'before', label: 'Before', cell: each => describe(each.before) },
    { id: 'after', label: 'After', cell: each => describe(each.after) },
  ];
}

function describe(deadline: Deadline | null): string {
  if (!deadline) {
    return '–';
  }
  const { goal, date, holidays } = deadline;
  const aim = `${formatShare(goal)} by ${formatDate(date)}`;
  const days = holidays.map(({ from, to }) => formatPeriod(from, to));
  return days.length > 0 ? `${aim}; holidays ${days.join(', ')}` : aim;
}
