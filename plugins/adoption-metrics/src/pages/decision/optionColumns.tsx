import type { ComparedOption } from 'backstage-plugin-adoption-metrics-common';
import { haveText, requiredText, requirementTitle } from '../../ui/decision';
import { Details } from '../../ui/Details';
import { Chip } from '../../ui/StatusChip';
import type { Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import { JudgedList } from './JudgedList';
import { moneyText } from '../../ui/moneyText';
import { rangeText, sortKey } from '../../ui/rangeText';
import { StateChip } from './StateChip';
import layout from '../../ui/layout.module.css';
import styles from './DecisionTab.module.css';

type OptionColumn = Column<ComparedOption>;

/** From what fits to what does not. */
const order: Record<ComparedOption['state'], number> = {
  fits: 0,
  unknown: 1,
  unfit: 2,
};

/** @param currency - of all costs; ISO 4217 */
export function optionColumns(
  currency: string,
  language: Language,
): OptionColumn[] {
  const { t } = language;
  return [
    titleColumn(language),
    {
      id: 'fit',
      label: t('decision.options.fit'),
      sortBy: ({ state, rank }) => `${order[state]} ${rank ?? 0}`,
      cell: option => (
        <Fit option={option} currency={currency} language={language} />
      ),
    },
    peopleColumn(language),
    valueColumn(language),
    ...costColumns(currency, language),
    {
      id: 'expected',
      label: t('decision.options.expected'),
      numeric: true,
      sortBy: ({ adoption }) => sortKey(adoption && adoption.people),
      cell: option => expectedText(option, language),
    },
  ];
}

function titleColumn({ t }: Language): OptionColumn {
  return {
    id: 'title',
    label: t('decision.options.option'),
    sortBy: ({ title }) => title,
    cell: ({ title, isCurrent, rank }) => (
      <span className={`${styles.lines} ${styles.wide}`}>
        <span>{title}</span>
        {isCurrent && (
          <span>
            <Chip tone="announcement">{t('decision.options.current')}</Chip>
          </span>
        )}
        {rank !== null && (
          <span className={styles.quiet}>
            {t('decision.options.rank', { rank: String(rank) })}
          </span>
        )}
      </span>
    ),
  };
}

function Fit(props: {
  option: ComparedOption;
  currency: string;
  language: Language;
}) {
  const { state, requirements, title, givesUp } = props.option;
  const { currency, language } = props;
  const { t, format } = language;
  const met = requirements.filter(each => each.state === 'met');
  return (
    <div className={styles.fit}>
      <StateChip state={state} />
      {requirements.length + givesUp.length > 0 && (
        <Details
          summary={t('decision.options.reasons', {
            met: format.count(met.length),
            total: format.count(requirements.length),
          })}
          label={t('decision.options.reasonsOf', { title })}
        >
          <div className={layout.stack}>
            <JudgedList
              list={requirements.map(each => ({
                ...each,
                title: t('decision.options.requires', {
                  title: requirementTitle(each, language),
                  requires: requiredText(each, currency, language),
                }),
                reason: haveText(each, currency, language),
              }))}
            />
            {givesUp.length > 0 && (
              <p className={layout.quiet}>
                {t('decision.options.givesUp', { list: givesUp.join('; ') })}
              </p>
            )}
          </div>
        </Details>
      )}
    </div>
  );
}

function peopleColumn({ t, format }: Language): OptionColumn {
  return {
    id: 'people',
    label: t('decision.options.people'),
    numeric: true,
    sortBy: ({ team }) => sortKey(team && team.needed),
    cell: ({ team }) =>
      team ? (
        <span className={styles.lines}>
          <span>
            {t('decision.options.needed', {
              needed: rangeText(team.needed, format.number, { t }),
            })}
          </span>
          <span className={styles.quiet}>
            {team.have === null
              ? t('decision.options.haveUnknown')
              : t('decision.options.have', { have: format.number(team.have) })}
          </span>
          {team.gap !== null && team.gap > 0 && (
            <span className={styles.gap}>
              {t('decision.options.gap', { gap: format.number(team.gap) })}
            </span>
          )}
        </span>
      ) : (
        t('common.unknown')
      ),
  };
}

function valueColumn({ t, format }: Language): OptionColumn {
  return {
    id: 'value',
    label: t('decision.options.value'),
    numeric: true,
    sortBy: ({ value }) => value && sortKey(value.months),
    cell: ({ value }) =>
      value ? (
        <span className={styles.lines}>
          <span>{dayOrUnknown(value.earliest)}</span>
          <span className={styles.quiet}>
            {t('decision.options.latest', {
              day: dayOrUnknown(value.latest),
            })}
          </span>
        </span>
      ) : (
        t('common.unknown')
      ),
  };

  function dayOrUnknown(day: string | null): string {
    return day === null ? t('common.unknown') : format.date(day);
  }
}

function costColumns(currency: string, language: Language): OptionColumn[] {
  const { t } = language;
  const write = (range: Parameters<typeof moneyText>[0]) =>
    moneyText(range, currency, language);
  const writeShort = (range: Parameters<typeof moneyText>[0]) =>
    moneyText(range, currency, language, { isCompact: true });
  return [
    {
      id: 'cost',
      label: t('decision.options.cost'),
      numeric: true,
      sortBy: ({ cost }) => sortKey(cost.allIn),
      cell: ({ cost }) => (
        <span className={styles.lines}>
          <span>{writeShort(cost.allIn)}</span>
          <span className={styles.quiet}>
            {t('decision.options.license', { cost: writeShort(cost.license) })}
          </span>
          <span className={styles.quiet}>
            {t('decision.options.staff', { cost: writeShort(cost.people) })}
          </span>
        </span>
      ),
    },
    {
      id: 'per-active',
      label: t('decision.options.perActive'),
      numeric: true,
      sortBy: ({ cost }) => sortKey(cost.perActive.expected?.allIn ?? null),
      cell: ({ cost: { perActive } }) => (
        <span className={styles.lines}>
          <span>
            {t('decision.options.atExpected', {
              cost: write(perActive.expected?.allIn ?? null),
            })}
          </span>
          <span className={styles.quiet}>
            {t('decision.options.today', {
              cost: write(perActive.today?.allIn ?? null),
            })}
          </span>
        </span>
      ),
    },
  ];
}

function expectedText({ adoption }: ComparedOption, { t, format }: Language) {
  if (!adoption) {
    return t('common.unknown');
  }
  return (
    <span className={styles.lines}>
      <span>{rangeText(adoption.people, format.count, { t })}</span>
      <span className={styles.quiet}>
        {rangeText(adoption.share, format.wholePercent, { t })}
      </span>
    </span>
  );
}
