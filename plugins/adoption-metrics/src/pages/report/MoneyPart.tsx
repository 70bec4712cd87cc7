import type { MoneyReport } from 'backstage-plugin-adoption-metrics-common';
import { breakEvenText, currentCostText, spentText } from '../../ui/decision';
import { useLanguage, type Language } from '../../ui/format';
import { Part } from './Part';
import { moneyText } from '../../ui/moneyText';
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

/** What the portal costs, and what each option would. */
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
      <table className={styles.table} aria-label={t('report.money.table')}>
        <thead>
          <tr>
            <th>{t('report.money.option')}</th>
            <th>{t('report.money.license')}</th>
            <th>{t('report.money.people')}</th>
            <th>{t('report.money.allIn')}</th>
            {current.over.map(({ years }) => (
              <th key={years}>
                {t('report.money.over', { years: format.number(years) })}
              </th>
            ))}
            <th>{t('report.money.perActive')}</th>
            <th>{t('report.money.breakEven')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <MoneyRow key={row.title} row={row} currency={money.currency} />
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        {t('report.today', { date: format.date(money.day) })}{' '}
        {spentText(money, language)}. {t('decision.money.spentNote')}
      </p>
    </Part>
  );
}

function MoneyRow(props: { row: Row; currency: string }) {
  const { row, currency } = props;
  const language = useLanguage();

  const write = (range: Range) =>
    moneyText(range, currency, language, { isCompact: true });
  return (
    <tr>
      <th scope="row">{row.title}</th>
      <td>{write(row.license)}</td>
      <td>{write(row.people)}</td>
      <td>{write(row.allIn)}</td>
      {row.over.map(({ years, cost }) => (
        <td key={years}>{write(cost)}</td>
      ))}
      <td>{write(row.perActive)}</td>
      <td>{row.breakEven}</td>
    </tr>
  );
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
    breakEven: '',
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
