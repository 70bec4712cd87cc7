import {
  AlertList,
  alertRules,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, formatDay } from '../time';
import { AlertRouting } from './AlertRouting';
import { StoredMute } from './MuteStore';
import { AlertRules, isMuted } from './ruleSettings';

const BY_CONFIGURATION = 'configuration';

type RuleState = AlertList['rules'][number];

/** The state of each rule: whether it is enabled, its channels, and mutes. */
export async function describeRules(
  rules: AlertRules,
  given: {
    routing: Pick<AlertRouting, 'channelsOf'>;
    mutes: StoredMute[];
    today: Day;
  },
): Promise<RuleState[]> {
  const states = alertRules.map(async rule => ({
    rule,
    enabled: rules[rule].enabled,
    channels: await given.routing.channelsOf(rule),
    mute: muteOf(
      rules[rule].mutedUntil,
      given.mutes.find(mute => mute.rule === rule),
      given.today,
    ),
  }));
  return Promise.all(states);
}

/** The longer mute of configuration and people. */
function muteOf(
  configured: Day | undefined,
  mute: StoredMute | undefined,
  today: Day,
): RuleState['mute'] {
  const until = Math.max(configured ?? -1, mute?.until ?? -1);
  if (!isMuted({ mutedUntil: until }, today)) {
    return null;
  }
  const by = until === configured ? BY_CONFIGURATION : mute?.by ?? null;
  return { until: formatDay(until), by };
}
