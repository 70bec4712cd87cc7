import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { addDays, startOfDay, useLanguage } from '../../ui/format';
import { Choice } from '../../ui/Choice';
import type { CsvFile } from '../../ui/CsvDownload';
import { TableToggle } from '../../ui/TableToggle';
import { toCsv } from '../../ui/csv';
import { TimelineBar } from './TimelineBar';
import { daysSentence, isObserved, timelineDays } from './timelineDays';
import { TimelineTable } from './TimelineTable';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

interface TimelineSectionProps {
  today: string;
  timeZone: string;
}

/** Day by day whether the portal was up, at a glance and in words. */
export function TimelineSection(props: TimelineSectionProps) {
  const { today, timeZone } = props;
  const { t } = useLanguage();

  const [days, setDays] = useState(30);
  const [asTable, setAsTable] = useState(false);
  const from = startOfDay(addDays(today, 1 - days), timeZone);
  return (
    <UptimeSection
      id="timeline"
      title={t('uptime.timeline.title')}
      route="GET /uptime"
      query={{ from: new Date(from).toISOString() }}
      height={140}
      emptyText={({ observedSince }) =>
        observedSince === null ? t('uptime.notObserved') : undefined
      }
      fileOf={fileOf}
      actions={
        <>
          <Choice
            label={t('uptime.timeline.daysShown')}
            options={[
              [30, t('uptime.timeline.days30')],
              [90, t('uptime.timeline.days90')],
            ]}
            chosen={days}
            onChoose={setDays}
          />
          <TableToggle asTable={asTable} onChange={setAsTable} />
        </>
      }
    >
      {report => (
        <Timeline report={report} timeZone={timeZone} asTable={asTable} />
      )}
    </UptimeSection>
  );
}

interface TimelineProps {
  report: UptimeReport;
  timeZone: string;
  asTable: boolean;
}

function Timeline(props: TimelineProps) {
  const { report, timeZone, asTable } = props;
  const language = useLanguage();
  const { t } = language;

  const days = useMemo(
    () => timelineDays(report, timeZone),
    [report, timeZone],
  );
  return (
    <>
      <p className={styles.sentence}>
        {t('uptime.timeline.note', {
          sentence: days.some(isObserved)
            ? daysSentence(days, language)
            : t('uptime.notObserved'),
          timeZone,
        })}
      </p>
      {asTable ? <TimelineTable days={days} /> : <TimelineBar days={days} />}
    </>
  );
}

/** The states to the millisecond, not dimension into days. */
function fileOf({ timeline, range }: UptimeReport): CsvFile {
  const rows = timeline.map(({ from, to, state }) => [from, to, state]);
  return {
    name: `uptime-timeline-${range.from.slice(0, 10)}`,
    load: async () => toCsv([['from', 'to', 'state'], ...rows]),
  };
}
