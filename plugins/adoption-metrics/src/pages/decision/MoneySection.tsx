import {
  peopleSources,
  type MoneyReport,
} from 'backstage-plugin-adoption-metrics-common';
import type { Loaded } from '../../api/useLoaded';
import {
  contradictionTexts,
  currentCostText,
  gapTexts,
  missingForBreakEven,
  spentText,
} from '../../ui/decision';
import { Details } from '../../ui/Details';
import { useLanguage, type Language } from '../../ui/format';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable } from '../../ui/table';
import { AnchorLink } from './AnchorLink';
import { moneyColumns, switchColumns } from './moneyColumns';
import { MoneyForm } from './MoneyForm';
import { moneyText } from '../../ui/moneyText';
import { moneyId, moneyInputsId } from './sections';
import { Sentences } from './Sentences';
import layout from '../../ui/layout.module.css';
import styles from './DecisionTab.module.css';

interface MoneySectionProps {
  loaded: Loaded<MoneyReport>;
  /** Called once inputs are stored. */
  onChanged: () => void;
}

/** Costs of the portal and of each option. */
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

  const { current, mayChange } = report;
  const missing = missingForBreakEven(report, language);
  return (
    <div className={layout.stack}>
      <p className={layout.lead}>{currentCostText(report, language)}</p>
      <dl className={layout.facts}>
        {currentFacts(report, language).map(({ label, value }) => (
          <div key={label}>
            <dt className={layout.quiet}>{label}</dt>
            <dd className={layout.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <Sentences
        list={[
          peopleFromText(current.peopleFrom, language),
          ...gapTexts(current.missing, language),
        ]}
      />
      <DataTable
        name={t('decision.money.costTable')}
        columns={moneyColumns(report, language)}
        rows={report.options}
        rowKey={({ option }) => option}
        inOnePage
      />
      <Remarks report={report} />
      <h4 className={layout.heading}>{t('decision.money.switching')}</h4>
      {missing && (
        <p className={layout.text}>
          {missing}{' '}
          <AnchorLink id={moneyInputsId}>
            {t('decision.money.missing.enter')}
          </AnchorLink>
        </p>
      )}
      <DataTable
        name={t('decision.money.switchTable')}
        columns={switchColumns(report, language)}
        rows={report.options}
        rowKey={({ option }) => option}
        inOnePage
      />
      <div className={styles.spent} role="note">
        <p className={layout.text}>
          <strong>{spentText(report, language)}</strong>
        </p>
        <p className={layout.quiet}>{t('decision.money.spentNote')}</p>
      </div>
      {mayChange && (
        <div id={moneyInputsId}>
          <Details summary={t('decision.money.inputs')}>
            <MoneyForm
              key={report.inputs?.changedAt}
              report={report}
              onChanged={onChanged}
            />
          </Details>
        </div>
      )}
    </div>
  );
}

/** What is missing or contradicts itself, each once with whom it is about. */
function Remarks({ report }: { report: MoneyReport }) {
  const language = useLanguage();
  const { t, format } = language;

  const titles = new Map<string, string[]>();
  for (const option of report.options) {
    const remarks = [
      ...gapTexts(option.missing, language),
      ...contradictionTexts(option, report.currency, language),
    ];
    for (const remark of remarks) {
      titles.set(remark, [...(titles.get(remark) ?? []), option.title]);
    }
  }
  return (
    <Sentences
      list={[...titles].map(([remark, options]) =>
        t('decision.options.other', {
          title: format.list(options),
          reason: remark,
        }),
      )}
    />
  );
}

function peopleFromText(
  from: MoneyReport['current']['peopleFrom'],
  { t }: Language,
): string {
  return peopleSources.includes(from)
    ? t(`decision.money.peopleFrom.${from}`)
    : t('common.unknown');
}

function currentFacts(
  { current, currency }: MoneyReport,
  language: Language,
): Array<{ label: string; value: string }> {
  const { t, format } = language;
  const write = (range: Parameters<typeof moneyText>[0]) =>
    moneyText(range, currency, language);
  return [
    // Years that cost the same are in the sentence above.
    ...(write(current.yearOne) === write(current.following)
      ? []
      : [
          { label: t('decision.money.yearOne'), value: write(current.yearOne) },
          {
            label: t('decision.money.following'),
            value: write(current.following),
          },
        ]),
    ...current.over.map(({ years, cost }) => ({
      label: t('decision.money.over', { years: format.number(years) }),
      value: write(cost),
    })),
    {
      label: t('decision.money.perActiveAtTarget'),
      value: write(current.perActive.atTarget?.allIn ?? null),
    },
  ];
}
