import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';

/** Settings of a rule. */
interface AlertRuleSettings {
  /** Whether the rule is evaluated. */
  enabled: boolean;
  /** Through this day, alerts are stored but not sent. */
  mutedUntil?: Day;
  /** Names of its channels. Defaults to all. */
  channels?: string[];
  /** Recipients in the portal. Defaults to the general ones. */
  recipients?: string[];
}

export type AlertRules = Record<Alert['rule'], AlertRuleSettings>;

/** Whether the configuration mutes the rule on a day. */
export function isMuted(
  { mutedUntil }: Pick<AlertRuleSettings, 'mutedUntil'>,
  day: Day,
): boolean {
  return mutedUntil !== undefined && day <= mutedUntil;
}
