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
import { Part } from './Part';
import { rangeText } from '../../ui/rangeText';
import styles from './ReportPage.module.css';

/** Which options fit, whether one is ready for them, and what to do. */
export function OptionsPart(props: { options: DecisionOptions }) {
  const { options, readiness, verdict } = props.options;
  const language = useLanguage();
  const { t } = language;

  return (
    <>
      <Part title={t('report.options.title')}>
        <table className={styles.table} aria-label={t('report.options.table')}>
          <thead>
            <tr>
              <th>{t('report.money.option')}</th>
              <th>{t('report.options.fit')}</th>
              <th>{t('report.options.gap')}</th>
              <th>{t('report.options.value')}</th>
              <th>{t('report.options.expected')}</th>
              <th>{t('report.options.against')}</th>
            </tr>
          </thead>
          <tbody>
            {options.map(option => (
              <OptionRow key={option.id} option={option} />
            ))}
          </tbody>
        </table>
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

const fits: Record<ComparedOption['state'], true> = {
  fits: true,
  unfit: true,
  unknown: true,
};

function OptionRow(props: { option: ComparedOption }) {
  const { option } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { state, team, value, adoption, requirements } = option;
  const against = requirements
    .filter(each => each.state === 'not-met')
    .map(each => requirementTitle(each, language));
  return (
    <tr>
      <th scope="row">{option.title}</th>
      <td>{t(`report.options.${state in fits ? state : 'unknown'}`)}</td>
      <td>
        {team === null || team.gap === null
          ? t('common.unknown')
          : format.number(team.gap)}
      </td>
      <td className={styles.days}>{valueText(value, language)}</td>
      <td>{rangeText(adoption && adoption.people, format.count, language)}</td>
      <td>{format.list(against) || t('report.options.nothing')}</td>
    </tr>
  );
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
