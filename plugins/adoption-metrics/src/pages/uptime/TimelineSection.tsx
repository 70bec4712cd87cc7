import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import { useMemo, useState } from 'react';
import { addDays, startOfDay, useLanguage } from '../../ui/format';
import { lengthOfRange, type RangeId } from '../../ui/address';
import type { CsvFile } from '../../ui/CsvDownload';
import { TableToggle } from '../../ui/TableToggle';
import { toCsv } from '../../ui/csv';
import { TimelineBar } from './TimelineBar';
import { daysSentence, isObserved, timelineDays } from './timelineDays';
import { TimelineTable } from './TimelineTable';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

interface TimelineSectionProps {
  range: RangeId;
  today: string;
  timeZone: string;
  /** The day to which the page is narrowed. */
  chosen?: string;
  onChoose: (day: string) => void;
}

/** Day by day whether the portal was up, at a glance and in words. */
export function TimelineSection(props: TimelineSectionProps) {
  const { range, today, timeZone } = props;
  const { t } = useLanguage();

  const [asTable, setAsTable] = useState(false);
  const from = startOfDay(addDays(today, 1 - lengthOfRange(range)), timeZone);
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
      actions={<TableToggle asTable={asTable} onChange={setAsTable} />}
    >
      {report => <Timeline {...props} report={report} asTable={asTable} />}
    </UptimeSection>
  );
}

interface TimelineProps extends TimelineSectionProps {
  report: UptimeReport;
  asTable: boolean;
}

function Timeline(props: TimelineProps) {
  const { report, timeZone, asTable, today, chosen, onChoose } = props;
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
      {asTable ? (
        <TimelineTable days={days} chosen={chosen} onChoose={onChoose} />
      ) : (
        <TimelineBar
          days={days}
          today={today}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

/** States with exact times, not split into days. */
function fileOf({ timeline, range }: UptimeReport): CsvFile {
  return {
    name: `uptime-timeline-${range.from.slice(0, 10)}`,
    load: async () => toCsv(['from', 'to', 'state', 'kind'], timeline),
  };
}
