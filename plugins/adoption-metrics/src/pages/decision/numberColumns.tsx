import type { DecisionNumber } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import type { Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import { numberText } from './numberText';
import { sourceDate } from './sourceDate';
import styles from './DecisionTab.module.css';

type NumberColumn = Column<DecisionNumber>;

/** @param actions - of a number, for those who may replace it */
export function numberColumns(
  actions: ((number: DecisionNumber) => ReactNode) | undefined,
  language: Language,
): NumberColumn[] {
  const { t } = language;
  const columns: NumberColumn[] = [
    {
      id: 'title',
      label: t('decision.numbers.number'),
      sortBy: ({ title, option }) => `${option?.title ?? ''} ${title}`,
      cell: ({ title, option }) => (
        <span className={styles.lines}>
          <span>{title}</span>
          {option && <span className={styles.quiet}>{option.title}</span>}
        </span>
      ),
    },
    {
      id: 'value',
      label: t('decision.numbers.value'),
      cell: number => <Value number={number} language={language} />,
    },
    {
      id: 'includes',
      label: t('decision.numbers.includes'),
      cell: ({ includes }) =>
        includes.map(part => t(`decision.costPart.${part}`)).join(', '),
    },
    {
      id: 'source',
      label: t('decision.numbers.source'),
      cell: ({ published }) => (
        <Source source={published.source} language={language} />
      ),
    },
  ];
  return actions
    ? [
        ...columns,
        {
          id: 'actions',
          label: t('decision.numbers.actions'),
          cell: actions,
        },
      ]
    : columns;
}

function Value(props: { number: DecisionNumber; language: Language }) {
  const { number, language } = props;
  const { published, replaced, unit, currency, unknown } = number;
  const { t } = language;
  return (
    <span className={styles.lines}>
      <span>{numberText(number, unit, currency, language)}</span>
      {unknown && <span className={styles.quiet}>{unknown}</span>}
      {replaced && (
        <>
          <span className={styles.quiet}>
            {t('decision.numbers.published', {
              amount: numberText(published, unit, published.currency, language),
            })}
          </span>
          <span className={styles.quiet}>
            {replacementText(replaced, language)}
          </span>
        </>
      )}
      {number.alsoPublished.map(other => (
        <span key={other.source.title} className={styles.quiet}>
          {t('decision.numbers.also', {
            amount: numberText(other, unit, other.currency, language),
            source: other.source.title,
          })}
        </span>
      ))}
    </span>
  );
}

function replacementText(
  { from, by, at, why }: NonNullable<DecisionNumber['replaced']>,
  { t, format }: Language,
): string {
  return from === 'configuration'
    ? t('decision.numbers.configured', { why })
    : t('decision.numbers.replaced', {
        by: by ?? t('common.deletedUser'),
        day: at ? format.date(at.slice(0, 10)) : t('common.unknown'),
        why,
      });
}

function Source(props: {
  source: DecisionNumber['published']['source'];
  language: Language;
}) {
  const { source, language } = props;
  const { title, url, grade } = source;
  return (
    <span className={styles.lines}>
      {url ? (
        <a className={styles.anchor} href={url}>
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
      <span className={styles.quiet}>
        {sourceDate(source.date, language)}, {grade}
      </span>
    </span>
  );
}
