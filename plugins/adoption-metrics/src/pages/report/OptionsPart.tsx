import type {
  ComparedOption,
  DecisionOptions,
} from 'backstage-plugin-adoption-metrics-common';
import {
  readinessText,
  recommendationText,
  requirementTitle,
  verdictText,
} from '../../ui/decision';
import { useLanguage, type Language } from '../../ui/format';
import { rangeText } from '../../ui/rangeText';
import { Part } from './Part';
import { ReportTable, type ReportColumn } from './ReportTable';
import styles from './ReportPage.module.css';

/** Which options fit, whether one is ready for them, and what to do. */
export function OptionsPart(props: { options: DecisionOptions }) {
  const { options, readiness, verdict } = props.options;
  const language = useLanguage();
  const { t } = language;

  return (
    <>
      <Part title={t('report.options.title')}>
        <ReportTable
          name={t('report.options.table')}
          columns={columnsOf(language)}
          rows={options}
        />
      </Part>
      <Part title={t('report.readiness.title', { option: readiness.title })}>
        <p className={styles.text}>{readinessText(readiness, language)}</p>
        <ul className={styles.questions}>
          {readiness.questions.map(({ id, text, answer }) => (
            <li key={id}>
              {text} <b>{answerText(answer, language)}</b>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('report.recommendation')}>
        <p className={styles.lead}>
          {verdictText(verdict, language)}{' '}
          {verdict.state !== 'stay' &&
            recommendationText(props.options, language)}
        </p>
      </Part>
    </>
  );
}

const states: Array<ComparedOption['state']> = ['fits', 'unfit', 'unknown'];

function columnsOf(language: Language): Array<ReportColumn<ComparedOption>> {
  const { t, format } = language;
  return [
    { label: t('report.money.option'), cell: ({ title }) => title },
    {
      label: t('report.options.fit'),
      // A newer backend may know more.
      cell: ({ state }) =>
        states.includes(state) ? t(`report.options.${state}`) : state,
    },
    {
      label: t('report.options.gap'),
      cell: ({ team }) =>
        team === null || team.gap === null
          ? t('common.unknown')
          : format.number(team.gap),
    },
    {
      label: t('report.options.value'),
      cell: ({ value }) => valueText(value, language),
    },
    {
      label: t('report.options.expected'),
      cell: ({ adoption }) =>
        rangeText(adoption && adoption.people, format.count, language),
    },
    {
      label: t('report.options.against'),
      cell: ({ requirements }) =>
        format.list(
          requirements
            .filter(each => each.state === 'not-met')
            .map(each => requirementTitle(each, language)),
        ) || t('report.options.nothing'),
    },
  ];
}

function valueText(
  value: ComparedOption['value'],
  { t, format }: Language,
): string {
  const { earliest = null, latest = null } = value ?? {};
  return earliest && latest
    ? t('decision.range.between', {
        low: format.month(earliest),
        high: format.month(latest),
      })
    : t('common.unknown');
}

function answerText(answer: boolean | null, { t }: Language): string {
  if (answer === null) {
    return t('report.readiness.unanswered');
  }
  return answer ? t('report.readiness.yes') : t('report.readiness.no');
}
