import type {
  MoneyReport,
  MoneyStyle,
} from 'backstage-plugin-adoption-metrics-common';
import { breakEvenText, cheapestText } from '../../ui/decision';
import type { Language } from '../../ui/format';
import type { Column } from '../../ui/table';
import { moneyText } from '../../ui/moneyText';
import { sortKey } from '../../ui/rangeText';
import styles from './DecisionTab.module.css';

/** Amounts of millions, of which the first digits matter. */
const short: MoneyStyle = { isCompact: true };

type Cost = MoneyReport['options'][number];
type Range = Parameters<typeof moneyText>[0];

/** What each option costs. */
export function moneyColumns(
  { currency, options }: MoneyReport,
  language: Language,
): Array<Column<Cost>> {
  const { t, format } = language;
  const horizons = options[0]?.over.map(({ years }) => years) ?? [];
  const money = amountColumns(currency, language);
  return [
    optionColumn(language),
    money(
      'license',
      t('decision.money.license'),
      ({ license }) => license,
      short,
    ),
    money('people', t('decision.money.people'), ({ people }) => people, short),
    money('all-in', t('decision.money.allIn'), ({ allIn }) => allIn, short),
    ...horizons.map((years, index) =>
      money(
        `over-${years}`,
        t('decision.money.over', { years: format.number(years) }),
        ({ over }) => over[index]?.cost ?? null,
        short,
      ),
    ),
    money(
      'per-developer',
      t('decision.money.perDeveloperShort'),
      ({ perDeveloper }) => perDeveloper,
    ),
  ];
}

/** What it takes for an option to pay, and what else is known of its price. */
export function switchColumns(
  { currency }: MoneyReport,
  language: Language,
): Array<Column<Cost>> {
  const { t } = language;
  const money = amountColumns(currency, language);
  return [
    optionColumn(language),
    money(
      'net-saving',
      t('decision.money.netSaving'),
      ({ netSaving }) => netSaving,
    ),
    money(
      'seats',
      t('decision.money.seats'),
      ({ seats }) => seats && seats.perYear,
    ),
    {
      id: 'break-even',
      label: t('decision.money.breakEven'),
      cell: ({ breakEven, isCurrent }) =>
        isCurrent
          ? t('decision.money.breaks.none')
          : breakEvenText(breakEven, language),
    },
    {
      id: 'cheapest-from',
      label: t('decision.money.cheapestFrom'),
      cell: ({ cheapestFrom }) => cheapestText(cheapestFrom, language),
    },
  ];
}

function optionColumn({ t }: Language): Column<Cost> {
  return {
    id: 'option',
    label: t('decision.options.option'),
    sortBy: ({ title }) => title,
    cell: ({ title, isCurrent }) => (
      <span className={`${styles.lines} ${styles.wide}`}>
        <span>{title}</span>
        {isCurrent && (
          <span className={styles.quiet}>{t('decision.options.current')}</span>
        )}
      </span>
    ),
  };
}

function amountColumns(currency: string, language: Language) {
  return (
    id: string,
    label: string,
    amountOf: (cost: Cost) => Range,
    style?: MoneyStyle,
  ): Column<Cost> => ({
    id,
    label,
    numeric: true,
    sortBy: cost => sortKey(amountOf(cost)),
    cell: cost => moneyText(amountOf(cost), currency, language, style),
  });
}
