import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';

/** The configuration of one rule. */
interface AlertRuleSettings {
  /** Whether the rule is evaluated. */
  enabled: boolean;
  /** Through which day its alerts are stored, and nobody is notified. */
  mutedUntil?: Day;
  /** Names of the channels that it uses; all of them by default. */
  channels?: string[];
  /** Who is notified in the portal, in place of those of all rules. */
  recipients?: string[];
}

export type AlertRules = Record<Alert['rule'], AlertRuleSettings>;

/** Whether nobody is notified of the rule on that day. */
export function isMuted(
  { mutedUntil }: Pick<AlertRuleSettings, 'mutedUntil'>,
  day: Day,
): boolean {
  return mutedUntil !== undefined && day <= mutedUntil;
}
