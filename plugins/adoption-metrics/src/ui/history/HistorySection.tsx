import type { Granularity } from 'backstage-plugin-adoption-metrics-common';
import { useState, type ReactNode } from 'react';
import { addDays } from '../format';
import { Choice } from '../Choice';
import { CsvDownload } from '../CsvDownload';
import { Section } from '../Section';
import { TableToggle } from '../TableToggle';
import { History } from './History';
import type { HistoryLoader } from './HistoryData';
import styles from './HistorySection.module.css';

interface HistorySectionProps {
  /** Has to keep its identity between renders. */
  source: HistoryLoader;
  /** The current day in the reporting zone. */
  today: string;
  /** What else may be chosen, above the history. */
  choices?: ReactNode;
}

const granularities: Array<[Granularity, string]> = [
  ['day', 'Days'],
  ['week', 'Weeks'],
  ['month', 'Months'],
];

const ranges: Array<[number, string]> = [
  [90, '90 days'],
  [365, '1 year'],
];

/** A history as a chart or as a table, and as a file. */
export function HistorySection(props: HistorySectionProps) {
  const { source, today, choices } = props;
  const [granularity, setGranularity] = useState<Granularity>('day');
  const [days, setDays] = useState(90);
  const [asTable, setAsTable] = useState(false);
  const period = { from: addDays(today, -days), granularity };
  const actions = (
    <>
      <Choice
        label="Length of a period"
        options={granularities}
        chosen={granularity}
        onChoose={setGranularity}
      />
      <Choice label="Range" options={ranges} chosen={days} onChoose={setDays} />
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
    <Section title="History" actions={actions}>
      {choices && <div className={styles.choices}>{choices}</div>}
      <History source={source} period={period} asTable={asTable} />
    </Section>
  );
}
