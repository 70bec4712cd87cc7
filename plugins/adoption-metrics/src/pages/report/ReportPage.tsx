import { Button, Header } from '@backstage/ui';
import { RiPrinterLine } from '@remixicon/react';
import {
  reportPeriods,
  type AdoptionReport,
  type ReportPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { useAddress } from '../../ui/address';
import { Choice } from '../../ui/Choice';
import { useLanguage } from '../../ui/format';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import {
  isOver,
  lastQuarter,
  periodBeside,
} from '../../ui/format/reportPeriods';
import { ReportDocument } from './ReportDocument';
import styles from './ReportPage.module.css';

/** What leadership decides by, for one month or quarter, to be printed. */
export function ReportPage() {
  const { t } = useLanguage();

  // Without one it is the last month that is over, as the backend knows it.
  const { read, change } = useAddress();
  const period = read('period');
  const setPeriod = (chosen: string | undefined) => change({ period: chosen });
  const report = useAnswer('GET /report', { query: { period } });
  return (
    <>
      <Header title={t('report.title')} description={t('report.description')} />
      <PageContent>
        <Loadable
          loaded={report}
          subject={t('report.subject')}
          skeleton={<SectionSkeleton height={840} />}
          frame={message =>
            onSurface(
              <>
                {message}
                {period && <LatestMonth onChoose={setPeriod} />}
              </>,
            )
          }
        >
          {value => (
            <>
              <Controls report={value} onChoose={setPeriod} />
              <ReportDocument report={value} />
            </>
          )}
        </Loadable>
      </PageContent>
    </>
  );
}

/** The way out of an address with a period that there is no report of. */
function LatestMonth(props: { onChoose: (period: undefined) => void }) {
  const { t } = useLanguage();

  return (
    <div className={styles.latest}>
      <Button variant="secondary" onPress={() => props.onChoose(undefined)}>
        {t('report.latest')}
      </Button>
    </div>
  );
}

function Controls(props: {
  report: AdoptionReport;
  onChoose: (period: string | undefined) => void;
}) {
  const { report, onChoose } = props;
  const { t } = useLanguage();

  const { kind, period, today } = report;
  const chooseKind = (chosen: ReportPeriod) =>
    onChoose(chosen === 'month' ? undefined : lastQuarter(today));
  const later = periodBeside(period, 1);
  return (
    <div className={styles.controls}>
      <Choice
        label={t('report.kind')}
        options={reportPeriods.map(
          each => [each, t(`report.${each}`)] as const,
        )}
        chosen={kind}
        onChoose={chooseKind}
      />
      <Button
        variant="secondary"
        onPress={() => onChoose(periodBeside(period, -1))}
      >
        {t('report.earlier')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={!isOver(later, today)}
        onPress={() => onChoose(later)}
      >
        {t('report.later')}
      </Button>
      <Button iconStart={<RiPrinterLine />} onPress={() => window.print()}>
        {t('report.print')}
      </Button>
    </div>
  );
}
