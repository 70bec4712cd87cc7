import type { FactId, Metric } from 'backstage-plugin-adoption-metrics-common';
import type { Format, Language } from '../format';

/** A supporting number of a metric, ready to be shown. */
interface WrittenFact {
  id: FactId;
  label: string;
  value: string;
}

type Write = (value: number, format: Format) => string;

const count: Write = (value, format) => format.count(value);
const seconds: Write = (value, format) => format.seconds(value);
const share: Write = (value, format) => format.share(value);
const duration: Write = (value, format) => format.duration(value);

/** In the order in which the contract lists them. */
const writers: Record<FactId, Write> = {
  'users-needed': count,
  'outside-developers': count,
  'daily-active': count,
  'weekly-active': count,
  'regular-users': count,
  p50: seconds,
  p95: seconds,
  p99: seconds,
  'share-within-target': share,
  'route-p75': seconds,
  'route-loads': count,
  lenient: (value, format) => format.uptime(value),
  'error-budget': duration,
  'error-budget-used': duration,
  incidents: count,
  'longest-incident': duration,
  restarts: count,
  'fixes-needed': count,
};

/** The facts of a metric in the order in which the contract lists them. */
export function writeFacts(
  metric: Metric,
  { t, format }: Language,
): WrittenFact[] {
  const written: WrittenFact[] = [];
  for (const id of Object.keys(writers) as FactId[]) {
    const value = metric.facts[id];
    if (value !== undefined) {
      written.push({
        id,
        label: t(`metric.facts.${id}`),
        value: writers[id](value, format),
      });
    }
  }
  return written;
}
