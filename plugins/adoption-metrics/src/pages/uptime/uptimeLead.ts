import type {
  Metric,
  UptimeReport,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';
import { leadText } from '../../ui/metric/leadText';

/** "Operational. Error budget overspent by 14 min 49 s", once it is known. */
export function uptimeLead(
  metric: Metric,
  report: Pick<UptimeReport, 'timeline'> | undefined,
  language: Language,
): string {
  const { t } = language;
  const budget = leadText(metric, language);
  const now = report?.timeline.at(-1);
  return now
    ? t('uptime.lead', { state: t(`uptime.now.${now.state}`), budget })
    : budget;
}
