import type {
  ComparedOption,
  DecisionOptions,
} from 'backstage-plugin-adoption-metrics-common';
import { CsvDownload } from '../../ui/CsvDownload';
import { gradeText } from '../../ui/decision';
import { useLanguage, type Language } from '../../ui/format';
import { useReportFile } from '../../ui/loading/ReportSection';
import { Section } from '../../ui/Section';
import { DataTable } from '../../ui/table';
import { AnchorLink } from './AnchorLink';
import { optionColumns } from './optionColumns';
import { numbersId } from './sections';
import { sourceDate } from './sourceDate';
import styles from '../../ui/layout.module.css';

/** The options side by side, what fits best first. */
export function OptionsSection(props: { options: DecisionOptions }) {
  const { options } = props;
  const language = useLanguage();
  const { t } = language;

  const title = t('decision.options.title');
  const file = useReportFile('GET /decision/options');
  return (
    <Section title={title} actions={<CsvDownload file={file} of={title} />}>
      <div className={styles.stack}>
        <DataTable
          name={t('decision.options.tableName')}
          columns={optionColumns(options.currency, language)}
          rows={options.options}
          rowKey={({ id }) => id}
          inOnePage
        />
        <p className={styles.quiet}>
          {t('decision.options.disclaimer', {
            sources: sourcesOf(options.options, language).join('; '),
          })}{' '}
          <AnchorLink id={numbersId}>
            {t('decision.options.numbers')}
          </AnchorLink>
        </p>
      </div>
    </Section>
  );
}

/** Each once, with its date and how far it can be trusted. */
function sourcesOf(options: ComparedOption[], language: Language): string[] {
  const sources = options.flatMap(({ requirements }) =>
    requirements.flatMap(({ source }) =>
      source
        ? [
            `${source.title} (${sourceDate(source.date, language)}, ${gradeText(
              source.grade,
              language,
            )})`,
          ]
        : [],
    ),
  );
  return [...new Set(sources)];
}
