import type { MoneyReport } from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable } from '../../ui/table';
import { moneyColumns, switchColumns } from './moneyColumns';
import { MoneyForm } from './MoneyForm';
import { moneyText } from '../../ui/moneyText';
import { moneyId } from './sections';
import { Sentences } from './Sentences';
import layout from '../../ui/layout.module.css';
import styles from './DecisionTab.module.css';

interface MoneySectionProps {
  loaded: Loaded<MoneyReport>;
  /** Called once inputs are stored. */
  onChanged: () => void;
}

/** What the portal costs, and what each option would. */
export function MoneySection({ loaded, onChanged }: MoneySectionProps) {
  const { t } = useLanguage();

  return (
    <LoadedSection
      title={t('decision.money.title')}
      id={moneyId}
      description={t('decision.money.description')}
      loaded={loaded}
      height={800}
    >
      {report => <Money report={report} onChanged={onChanged} />}
    </LoadedSection>
  );
}

function Money(props: { report: MoneyReport; onChanged: () => void }) {
  const { report, onChanged } = props;
  const language = useLanguage();
  const { t } = language;

  const { current, spent, currency, mayChange } = report;
  return (
    <div className={layout.stack}>
      <p className={layout.lead}>{current.sentence}</p>
      <dl className={layout.facts}>
        {currentFacts(report, language).map(({ label, value }) => (
          <div key={label}>
            <dt className={layout.quiet}>{label}</dt>
            <dd className={layout.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={layout.quiet}>
        {t(`decision.money.peopleFrom.${current.peopleFrom}`)}
      </p>
      <Sentences list={current.missing} />
      <DataTable
        name={t('decision.money.costTable')}
        columns={moneyColumns(report, language)}
        rows={report.options}
        rowKey={({ option }) => option}
        inOnePage
      />
      <h4 className={layout.heading}>{t('decision.money.switching')}</h4>
      <DataTable
        name={t('decision.money.switchTable')}
        columns={switchColumns(report, language)}
        rows={report.options}
        rowKey={({ option }) => option}
        inOnePage
      />
      <div className={styles.spent} role="note">
        <h4 className={layout.heading}>
          {t('decision.money.spent', {
            amount: moneyText(spent.total, currency, language),
          })}
        </h4>
        <p className={layout.quiet}>{spent.sentence}</p>
        <p className={layout.quiet}>{t('decision.money.spentNote')}</p>
      </div>
      {mayChange && (
        <MoneyForm
          key={report.inputs?.changedAt}
          report={report}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

function currentFacts(
  { current, currency }: MoneyReport,
  language: Language,
): Array<{ label: string; value: string }> {
  const { t, format } = language;
  const write = (range: Parameters<typeof moneyText>[0]) =>
    moneyText(range, currency, language);
  return [
    { label: t('decision.money.yearOne'), value: write(current.yearOne) },
    { label: t('decision.money.following'), value: write(current.following) },
    ...current.over.map(({ years, cost }) => ({
      label: t('decision.money.over', { years: format.number(years) }),
      value: write(cost),
    })),
    {
      label: t('decision.money.perDeveloper'),
      value: write(current.perDeveloper.following),
    },
    {
      label: t('decision.money.perActive'),
      value: write(current.perActive.today?.allIn ?? null),
    },
    {
      label: t('decision.money.perActiveAtTarget'),
      value: write(current.perActive.atTarget?.allIn ?? null),
    },
  ];
}
