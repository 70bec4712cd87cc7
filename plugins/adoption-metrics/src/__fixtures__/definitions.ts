import {
  defaultTargets,
  listed,
  metricIds,
  say,
  withEnglish,
  type Definitions,
  type MetricId,
  type Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { timeZone } from './days';

/** In their sentences. */
export const definitionTexts: Record<MetricId, Wording[]> = {
  'active-users': [
    say('definitions.active-users'),
    say('definitions.active-users.not-counted'),
    say('definitions.active-users.silence'),
  ],
  'page-load': [
    say('definitions.page-load'),
    say('definitions.page-load.left-out'),
  ],
  uptime: [say('definitions.uptime'), say('definitions.uptime.excluded')],
  'stale-entities': [
    say('definitions.stale-entities', {
      kinds: listed(['Component', 'API'], 'or'),
    }),
    say('definitions.stale-entities.if', {
      reasons: listed(
        [say('definitions.rule.orphan'), say('definitions.rule.owner-missing')],
        'or',
      ),
    }),
  ],
};

export const definitions: Definitions = {
  timeZone,
  definitions: metricIds.map(metric => ({
    metric,
    unit: metric === 'page-load' ? 'seconds' : 'share',
    target: defaultTargets[metric],
    version: 1,
    from: '2026-02-16',
    ...withEnglish({
      name: [say(`scorecard.name.${metric}`)],
      text: definitionTexts[metric],
    }),
  })),
};
