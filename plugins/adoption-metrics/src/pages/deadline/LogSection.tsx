import type {
  Deadline,
  DeadlineLog,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api';
import { DataTable, type Column } from '../../ui/table';
import { Loadable } from '../../ui/loading/Loadable';
import { PersonName, PersonNames } from '../../ui/PersonName';
import { Section } from '../../ui/Section';
import { useLanguage, type Language } from '../../ui/format';
import styles from '../../ui/layout.module.css';

type Entry = DeadlineLog['entries'][number];

/** Who changed the goal or its date, and when. */
export function LogSection(props: { timeZone: string }) {
  const { t } = useLanguage();

  const log = useAnswer('GET /deadline/log');
  return (
    <Section title={t('deadline.log.title')}>
      <Loadable
        loaded={log}
        subject={t('deadline.log.subject')}
        skeleton={null}
      >
        {({ entries }) =>
          entries.length === 0 ? (
            <p className={styles.quiet}>{t('deadline.log.empty')}</p>
          ) : (
            <LogTables entries={entries} timeZone={props.timeZone} />
          )
        }
      </Loadable>
    </Section>
  );
}

/** Changes first; corrections by the backend are many at times, and folded. */
function LogTables(props: { entries: Entry[]; timeZone: string }) {
  const { entries, timeZone } = props;
  const language = useLanguage();
  const { t } = language;

  const columns = columnsIn(timeZone, language);
  const corrections = entries.filter(({ correction }) => correction !== null);
  return (
    <div className={styles.stack}>
      <DataTable
        name={t('deadline.log.tableName')}
        columns={columns}
        rows={entries.filter(({ correction }) => correction === null)}
        rowKey={({ at, act }) => `${at} ${act}`}
      />
      {corrections.length > 0 && (
        <details>
          <summary>
            {t('deadline.log.corrections', { count: corrections.length })}
          </summary>
          <DataTable
            name={t('deadline.log.correctionsTable')}
            columns={columns}
            rows={corrections}
            rowKey={({ at, correction }) => `${at} ${correction?.week}`}
          />
        </details>
      )}
    </div>
  );
}

function columnsIn(timeZone: string, language: Language): Array<Column<Entry>> {
  const { t, format } = language;
  return [
    {
      id: 'at',
      label: t('common.timeIn', { time: t('deadline.log.at'), timeZone }),
      cell: ({ at }) => format.instant(at, timeZone),
    },
    {
      id: 'by',
      label: t('deadline.log.by'),
      cell: ({ by }) => <PersonName entityRef={by} />,
    },
    {
      id: 'act',
      label: t('deadline.log.act'),
      cell: ({ act, correction }) =>
        t(`deadline.log.${act}`, {
          week: correction ? format.date(correction.week) : '',
        }),
    },
    {
      id: 'before',
      label: t('deadline.log.before'),
      cell: ({ before, correction }) =>
        correction
          ? t(`countdown.state.${correction.before}`)
          : describe(before, language),
    },
    {
      id: 'after',
      label: t('deadline.log.after'),
      cell: ({ after, correction }) =>
        correction
          ? t(`countdown.state.${correction.after}`)
          : describe(after, language),
    },
  ];
}

function describe(
  deadline: Deadline | null,
  { t, format }: Language,
): ReactNode {
  if (!deadline) {
    return t('deadline.log.nothing');
  }
  const { recipients } = deadline;
  const aim = aimOf(deadline, { t, format });
  return recipients.length > 0
    ? t('deadline.log.aimWithRecipients', {
        aim,
        recipients: <PersonNames entityRefs={recipients} />,
      })
    : aim;
}

function aimOf(
  { goal, date, holidays }: Deadline,
  { t, format }: Pick<Language, 't' | 'format'>,
): string {
  const aim = t('deadline.log.aim', {
    goal: format.share(goal),
    date: format.date(date),
  });
  return holidays.length > 0
    ? t('deadline.log.aimWithHolidays', {
        aim,
        holidays: holidays
          .map(({ from, to }) => format.period(from, to))
          .join('; '),
      })
    : aim;
}
