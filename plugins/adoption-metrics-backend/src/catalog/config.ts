import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import {
  duration,
  flag,
  hour,
  names,
  section,
  weekday,
} from '../configuration';
import { Recurrence } from '../time';

/** When owners are notified of their stale entities. */
export interface OwnerNotificationConfig {
  enabled: boolean;
  when: Recurrence;
}

/** Which entities are checked, and what makes them stale. */
export interface CatalogConfig {
  kinds: string[];
  /** Names of owners that count as no owner. */
  placeholders: string[];
  /** By reason, for rules with settings. */
  rules: Record<string, RuleSettings>;
  schedule: SchedulerServiceTaskScheduleDefinition;
  ownerNotifications: OwnerNotificationConfig;
}

const ruleSettings = {
  enabled: flag()
    .optional()
    .meta({ otherwise: 'five enabled, three disabled' })
    .describe('Whether the rule is enabled'),
  grace: duration({ least: '0 seconds', example: '36h' })
    .optional()
    .meta({ otherwise: '`1h` for `processing-error`, none for others' })
    .describe('How long the problem must last before it counts'),
  kinds: names('entity kinds', "['API']")
    .optional()
    .meta({ otherwise: 'all checked kinds' })
    .describe('Entity kinds that the rule checks'),
};

const timedRule = section({
  ...ruleSettings,
  after: duration({ least: '1 day', example: '180 days' })
    .optional()
    .meta({ otherwise: '180 days' })
    .describe('Time after which an entity counts as stale'),
});

/** The settings of one rule; durations are in ms. */
type RuleSettings = z.output<typeof timedRule>;

const rules = section({
  unchanged: timedRule.optional(),
  unverified: timedRule.optional(),
}).catchall(section(ruleSettings));

const schedule = section({
  frequency: duration({ least: '1 second', example: '15m' })
    .prefault('15m')
    .describe('Time between two scans of the catalog'),
  timeout: duration({ least: '1 second', example: '30m' })
    .prefault('30m')
    .describe('Maximum duration of a scan'),
  initialDelay: duration({ least: '0 seconds', example: '30s' })
    .prefault('30s')
    .describe('Time from the start of the backend to the first scan'),
}).transform(
  ({
    frequency,
    timeout,
    initialDelay,
  }): SchedulerServiceTaskScheduleDefinition => ({
    frequency: { milliseconds: frequency },
    timeout: { milliseconds: timeout },
    initialDelay: { milliseconds: initialDelay },
    scope: 'global',
  }),
);

const ownerNotifications = section({
  enabled: flag()
    .prefault(false)
    .describe(
      'Whether owners are notified of their stale entities once a week',
    ),
  day: weekday().prefault('monday').describe('Day of the week'),
  hour: hour()
    .prefault(9)
    .describe('Hour of the day in the reporting time zone'),
}).transform(
  ({ enabled, day, hour: at }): OwnerNotificationConfig => ({
    enabled,
    when: { every: 'week', weekday: day, hour: at },
  }),
);

/** The configuration below `adoptionMetrics.catalog`. */
export const catalogConfig = section({
  kinds: names('entity kinds', "['Component', 'API']")
    .min(1)
    .prefault(['Component', 'API', 'Resource', 'System', 'Domain'])
    .describe('Entity kinds to check'),
  placeholders: names('names', "['unknown']")
    .prefault(['unknown'])
    .describe('Owner names that count as "no owner"'),
  rules: rules
    .prefault({})
    .meta({ otherwise: 'five enabled, three disabled' })
    .describe('What makes an entity stale'),
  schedule: schedule.prefault({}).describe('Schedule of catalog scans'),
  ownerNotifications: ownerNotifications
    .prefault({})
    .meta({ otherwise: 'off' })
    .describe(
      'Whether owners are notified of their stale entities once a week',
    ),
});
