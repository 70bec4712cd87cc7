import type { MetricDetail } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { FilterChip, PageControls, useDay, useRange } from '../../ui/address';
import { Fold } from '../../ui/Fold';
import { dayOf, useLanguage } from '../../ui/format';
import { MetricHistory } from '../../ui/history';
import { FactList } from '../../ui/metric/FactList';
import { MetricSummary } from '../../ui/metric/MetricSummary';
import { NextSteps } from '../../ui/metric/NextSteps';
import { BurnRates } from './BurnRates';
import { ComponentsSection } from './ComponentsSection';
import { DowntimeSection } from './DowntimeSection';
import { downtimeRange } from './downtimeRange';
import { Evidence } from './Evidence';
import { MaintenanceSection } from './MaintenanceSection';
import { TimelineSection } from './TimelineSection';
import { UnknownTimeSection } from './UnknownTimeSection';
import { uptimeLead } from './uptimeLead';
import { WindowsSection } from './WindowsSection';

/** The range of the target. */
const usualRange = '30d';

/** Whether the portal is up, what kept it down, and how that is known. */
export function UptimeSections(props: { detail: MetricDetail }) {
  const { metric, computedAt, timeZone } = props.detail;
  const language = useLanguage();
  const { t, format } = language;

  const today = dayOf(computedAt, timeZone);
  const report = useAnswer('GET /uptime');
  const { day, choose, clear } = useDay(today);
  const { range } = useRange(usualRange);
  const downtime = {
    query: downtimeRange({ day, range, today, timeZone }),
    observed: metric.value !== null,
    timeZone,
  };
  return (
    <>
      <MetricSummary
        detail={props.detail}
        lead={uptimeLead(metric, report.value, language)}
      />
      <NextSteps metric={metric}>
        {report.value && <Evidence evidence={report.value.evidence} />}
      </NextSteps>
      <PageControls
        usual={usualRange}
        filters={
          day && (
            <FilterChip
              label={t('uptime.timeline.day')}
              value={format.date(day)}
              onClear={clear}
            />
          )
        }
      />
      <TimelineSection
        range={range}
        today={today}
        timeZone={timeZone}
        chosen={day}
        onChoose={choose}
      />
      <DowntimeSection kind="incident" {...downtime} />
      <DowntimeSection kind="restart" {...downtime} />
      <MetricHistory metric={metric} today={today} usualRange={usualRange} />
      <WindowsSection loaded={report} />
      <ComponentsSection timeZone={timeZone} />
      <MaintenanceSection timeZone={timeZone} />
      <Fold title={t('metric.details')} hint={t('uptime.detailsHint')}>
        <BurnRates loaded={report} />
        <UnknownTimeSection loaded={report} />
        <FactList metric={metric} />
      </Fold>
    </>
  );
}
