import { ToggleButton } from '@backstage/ui';
import type {
  Figure,
  Granularity,
} from 'backstage-plugin-adoption-metrics-common';
import { useState } from 'react';
import { addDays } from '../../format';
import { Section } from '../Section';
import { Choice } from './Choice';
import { CsvDownload } from './CsvDownload';
import { History } from './History';
import styles from './HistorySection.module.css';

interface HistorySectionProps {
  figure: Figure;
  /** The current day in the reporting zone. */
  today: string;
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

/** The history of a figure as a chart or as a table, and as a file. */
export function HistorySection(props: HistorySectionProps) {
  const { figure, today } = props;
  const [granularity, setGranularity] = useState<Granularity>('day');
  const [days, setDays] = useState(90);
  const [asTable, setAsTable] = useState(false);
  const from = addDays(today, -days);
  const request = { metric: figure.metric, from, granularity };
  const actions = (
    <>
      <Choice
        label="Length of a period"
        options={granularities}
        chosen={granularity}
        onChoose={setGranularity}
      />
      <Choice label="Range" options={ranges} chosen={days} onChoose={setDays} />
      <ToggleButton
        className={styles.toggle}
        isSelected={asTable}
        onChange={setAsTable}
      >
        Show as table
      </ToggleButton>
      <CsvDownload request={request} />
    </>
  );
  return (
    <Section title="History" actions={actions}>
      <History request={request} name={figure.name} asTable={asTable} />
    </Section>
  );
}
