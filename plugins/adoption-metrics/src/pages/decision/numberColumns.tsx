import {
  costParts,
  type DecisionNumber,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { gradeText, numberTitle } from '../../ui/decision';
import { Details } from '../../ui/Details';
import { dayOf, type Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import { numberText } from './numberText';
import { Sentences } from './Sentences';
import { sourceDate } from './sourceDate';
import styles from './DecisionTab.module.css';

type NumberColumn = Column<DecisionNumber>;

interface NumberTable {
  /** In which the day of a replacement is written. */
  timeZone: string | undefined;
  /** Of a number, for those who may replace it. */
  actions: ((number: DecisionNumber) => ReactNode) | undefined;
}

/** What a number is, what it says, and who says so. */
export function numberColumns(
  language: Language,
  { timeZone, actions }: NumberTable,
): NumberColumn[] {
  const { t, format } = language;
  const columns: NumberColumn[] = [
    {
      id: 'title',
      label: t('decision.numbers.number'),
      sortBy: number =>
        `${number.option?.title ?? ''} ${numberTitle(number, language)}`,
      cell: number => (
        <span className={styles.lines}>
          <span>{numberTitle(number, language)}</span>
          {number.option && (
            <span className={styles.quiet}>{number.option.title}</span>
          )}
        </span>
      ),
    },
    {
      id: 'value',
      label: t('decision.numbers.value'),
      cell: number => (
        <Value number={number} language={language} timeZone={timeZone} />
      ),
    },
    {
      id: 'includes',
      label: t('decision.numbers.includes'),
      cell: ({ includes }) =>
        format.list(
          includes.map(part =>
            costParts.includes(part) ? t(`decision.costPart.${part}`) : part,
          ),
        ),
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

function Value(props: {
  number: DecisionNumber;
  language: Language;
  timeZone: string | undefined;
}) {
  const { number, language, timeZone } = props;
  const { published, replaced, unit, currency, unknown } = number;
  const { t } = language;
  return (
    <span className={styles.lines}>
      <span>{numberText(number, unit, currency, language)}</span>
      {unknown && (
        <span className={styles.quiet}>{unknownText(number, language)}</span>
      )}
      {replaced && (
        <>
          <span className={styles.quiet}>
            {t('decision.numbers.published', {
              amount: numberText(published, unit, published.currency, language),
            })}
          </span>
          <span className={styles.quiet}>
            {replacementText(replaced, timeZone, language)}
          </span>
        </>
      )}
      <Earlier number={number} language={language} timeZone={timeZone} />
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

/** Why it is unknown although it is published. */
function unknownText(
  { unknown, published, currency }: DecisionNumber,
  { t }: Language,
): string {
  return published.currency && currency && published.currency !== currency
    ? t('decision.numbers.otherCurrency', {
        from: published.currency,
        to: currency,
      })
    : unknown ?? '';
}

/** What held before, who said so, and why. An older backend says nothing. */
function Earlier(props: {
  number: DecisionNumber;
  language: Language;
  timeZone: string | undefined;
}) {
  const { number, language, timeZone = 'UTC' } = props;
  const { unit, currency, earlier = [] } = number;
  const { t, format } = language;
  if (earlier.length === 0) {
    return null;
  }
  const texts = earlier.map(({ isPublished, by, at, why, ...range }) => {
    const signed = {
      by: by ?? t('common.deletedUser'),
      day: format.date(dayOf(at, timeZone)),
    };
    return isPublished
      ? t('decision.numbers.restored', signed)
      : t('decision.numbers.before', {
          ...signed,
          amount: numberText(range, unit, currency, language),
          why,
        });
  });
  return (
    <Details
      summary={t('decision.numbers.earlier', { count: earlier.length })}
      label={t('decision.numbers.earlierOf', {
        title: numberTitle(number, language),
      })}
    >
      <Sentences list={texts} />
    </Details>
  );
}

function replacementText(
  { from, by, at, why }: NonNullable<DecisionNumber['replaced']>,
  timeZone: string | undefined,
  { t, format }: Language,
): string {
  return from === 'configuration'
    ? t('decision.numbers.configured', { why })
    : t('decision.numbers.replaced', {
        by: by ?? t('common.deletedUser'),
        day: at
          ? format.date(dayOf(at, timeZone ?? 'UTC'))
          : t('common.unknown'),
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
        {sourceDate(source.date, language)}, {gradeText(grade, language)}
      </span>
    </span>
  );
}
