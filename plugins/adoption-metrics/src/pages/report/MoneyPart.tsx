import type { MoneyReport } from 'backstage-plugin-adoption-metrics-common';
import {
  breakEvenText,
  currentCostText,
  missingForBreakEven,
  spentText,
} from '../../ui/decision';
import { useLanguage, type Language } from '../../ui/format';
import { moneyText } from '../../ui/moneyText';
import { Part } from './Part';
import { ReportTable, type ReportColumn } from './ReportTable';
import styles from './ReportPage.module.css';

type OptionCost = MoneyReport['options'][number];
type Range = OptionCost['allIn'];

/** What is in a row of the table, in its order. */
interface Row {
  title: string;
  license: Range;
  people: Range;
  allIn: Range;
  over: MoneyReport['current']['over'];
  perActive: Range;
  breakEven: string;
}

/** Costs of the portal and of each option. */
export function MoneyPart(props: { money: MoneyReport }) {
  const { money } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { current, options } = money;
  const rows = [
    rowOfCurrent(current, t('report.money.current')),
    ...options
      .filter(({ isCurrent }) => !isCurrent)
      .map(option => rowOf(option, language)),
  ];
  return (
    <Part title={t('report.money.title')}>
      <p className={styles.text}>{currentCostText(money, language)}</p>
      <ReportTable
        name={t('report.money.table')}
        columns={columnsOf(money, language)}
        rows={rows}
      />
      <p className={styles.quiet}>
        {[
          missingForBreakEven(money, language),
          money.spent.total && `${spentText(money, language)}.`,
          t('report.money.spent'),
          t('report.today', { date: format.date(money.day) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </Part>
  );
}

function columnsOf(
  { current, currency }: MoneyReport,
  language: Language,
): Array<ReportColumn<Row>> {
  const { t, format } = language;
  const write = (range: Range) =>
    moneyText(range, currency, language, { isCompact: true });
  return [
    { label: t('report.money.option'), cell: ({ title }) => title },
    {
      label: t('report.money.license'),
      cell: ({ license }) => write(license),
    },
    { label: t('report.money.people'), cell: ({ people }) => write(people) },
    { label: t('report.money.allIn'), cell: ({ allIn }) => write(allIn) },
    ...current.over.map(({ years }, index) => ({
      label: t('report.money.over', { years: format.number(years) }),
      cell: ({ over }: Row) => write(over[index]?.cost ?? null),
    })),
    {
      label: t('report.money.perActive'),
      cell: ({ perActive }) => write(perActive),
    },
    {
      label: t('report.money.breakEven'),
      cell: ({ breakEven }) => breakEven,
    },
  ];
}

function rowOfCurrent(current: MoneyReport['current'], title: string): Row {
  const { license, people, following, overFromToday, perActive } = current;
  return {
    title,
    license,
    people: people.following,
    allIn: following,
    over: overFromToday,
    perActive: perActive.today?.allIn ?? null,
    breakEven: '–',
  };
}

function rowOf(option: OptionCost, language: Language): Row {
  const { title, license, people, allIn, over, perActive } = option;
  return {
    title,
    license,
    people,
    allIn,
    over,
    perActive: perActive.expected?.allIn ?? null,
    breakEven: breakEvenText(option.breakEven, language),
  };
}
