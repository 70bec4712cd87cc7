import type { Granularity } from 'backstage-plugin-adoption-metrics-common';
import { useState, type ReactNode } from 'react';
import { startOfRange, useAddress, useRange, type RangeId } from '../address';
import { startOfPeriod, useLanguage } from '../format';
import { Choice } from '../Choice';
import { CsvDownload } from '../CsvDownload';
import { Section } from '../Section';
import { TableToggle } from '../TableToggle';
import { History } from './History';
import type { HistoryLoader, HistoryPeriod } from './HistoryData';
import styles from './HistorySection.module.css';

interface HistoryFrameProps {
  /** By default that of every history. */
  title?: string;
  /** Of which there is a file. */
  source: Pick<HistoryLoader, 'fileName' | 'loadCsv'>;
  /** The current day in the reporting zone. */
  today: string;
  /** What else may be chosen, above the history. */
  choices?: ReactNode;
  /** The date range where the address names none. */
  usualRange?: RangeId;
  children: (period: HistoryPeriod, asTable: boolean) => ReactNode;
}

interface HistorySectionProps extends Omit<HistoryFrameProps, 'children'> {
  name: string;
  /** Has to keep its identity between renders. */
  source: HistoryLoader;
  /** Narrows the page to a day. */
  onPickDay?: (day: string) => void;
}

/** A history as a chart or as a table, and as a file, of the page's range. */
export function HistorySection(props: HistorySectionProps) {
  const { name, source, onPickDay } = props;
  return (
    <HistoryFrame {...props}>
      {(period, asTable) => (
        <History
          name={name}
          source={source}
          period={period}
          asTable={asTable}
          onPickDay={period.granularity === 'day' ? onPickDay : undefined}
        />
      )}
    </HistoryFrame>
  );
}

const granularities: Granularity[] = ['day', 'week', 'month'];

/** The period that is shown, how, and as a file. */
export function HistoryFrame(props: HistoryFrameProps) {
  const { title, source, today, choices, usualRange, children } = props;
  const { t } = useLanguage();

  const { range } = useRange(usualRange);
  const { readOneOf, change } = useAddress();
  const granularity = readOneOf('step', granularities) ?? 'day';
  const [asTable, setAsTable] = useState(false);
  const from = startOfPeriod(startOfRange(range, today), granularity);
  const period = { from, granularity };
  const actions = (
    <>
      <Choice
        label={t('history.periodLength')}
        options={granularities.map(
          each => [each, t(`history.granularity.${each}`)] as const,
        )}
        chosen={granularity}
        onChoose={step => change({ step: step === 'day' ? undefined : step })}
      />
      <TableToggle asTable={asTable} onChange={setAsTable} />
      <CsvDownload
        file={{
          name: [source.fileName, granularity, period.from].join('-'),
          load: () => source.loadCsv(period),
        }}
      />
    </>
  );
  return (
    <Section title={title ?? t('history.title')} actions={actions}>
      {choices && <div className={styles.choices}>{choices}</div>}
      {children(period, asTable)}
    </Section>
  );
}
