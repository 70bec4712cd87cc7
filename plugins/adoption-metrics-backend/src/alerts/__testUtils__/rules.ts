import { ReportingZone } from '../../time';
import { AlertRouting } from '../AlertRouting';
import { AlertRules } from '../ruleSettings';

const on = { enabled: true };

/** As without configuration. */
export const allOn: AlertRules = {
  deadline: on,
  milestone: on,
  metric: on,
  collection: on,
  'error-budget': on,
  digest: on,
};

/** Routes to all of these channels in UTC, and nobody has muted anything. */
export function routingTo(names: string[], rules = allOn): AlertRouting {
  return new AlertRouting({
    channels: names.map(name => ({ name })),
    rules,
    mutes: { until: async () => undefined },
    zone: ReportingZone.create('UTC'),
  });
}
