import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  adoptionMetrics?: {
    /**
     * IANA name of the time zone in which days begin and end, such as
     * `Europe/Stockholm`. `UTC` by default.
     */
    timeZone?: string;
    /**
     * The day on which the portal was opened to its developers, such as
     * `2025-03-01`. Published plans are compared from it on, and not without it.
     */
    launchedOn?: string;
    /**
     * What a portal needs to succeed and nobody can measure. It is shown beside
     * the deadline; what is left out is shown as unknown.
     */
    conditions?: {
      /** People who work on the portal, in full-time equivalents. */
      team?: number;
      /** Who runs it. */
      hosting?: 'self-hosted' | 'managed';
      /** Whether somebody in the leadership stands up for it. */
      sponsor?: boolean;
      /** Months after the launch within which the leadership expects 30%. */
      months?: number;
    };
    /** What each figure has to reach. */
    targets?: {
      /**
       * Least share of developers who are active users, between 0 and 1; 0.3
       * by default.
       */
      activeUsers?: number;
      /**
       * Page load time in seconds that the 75th percentile must stay below; 5
       * by default.
       */
      pageLoad?: number;
      /**
       * Least share of time that the portal is up, between 0 and 1; 0.999 by
       * default.
       */
      uptime?: number;
      /**
       * Share of catalog entities that stale ones must stay below, between 0
       * and 1; 0.02 by default.
       */
      staleEntities?: number;
    };
    /** Who counts as a developer: the denominator of active users. */
    developers?: {
      /**
       * Fields of catalog `User` entities and the value, or list of accepted
       * values, of each. All fields have to match. All users by default.
       */
      filter?: { [field: string]: string | Array<string> };
      /**
       * Entity refs of users that never count, such as
       * `user:default/release-bot`, and of groups of which no member counts,
       * nor any member of a group below. None by default.
       */
      exclude?: Array<string>;
      /**
       * Number of developers that replaces the catalog's, a whole number from
       * 1. By default the catalog is counted.
       */
      headCount?: number;
    };
    /**
     * Entity refs of users and groups that may see by name who counts as a
     * developer, forget people and merge identities, whatever the permission
     * policy says. None by default.
     */
    administrators?: Array<string>;
    privacy?: {
      /**
       * Key of the pseudonyms under which people are stored, at least 16
       * characters. By default one is generated and kept in the database,
       * beside what it protects. It cannot change once people are stored: the
       * plugin does not start with another one.
       *
       * @visibility secret
       */
      secret?: string;
      /**
       * Smallest number of people of whom a breakdown may speak, a whole number
       * from 1; 5 by default.
       */
      floor?: number;
    };
    uptime?: {
      /**
       * Time between two beats of a backend process, from 1 second to 5
       * minutes; 15 seconds by default.
       */
      heartbeat?: string | HumanDuration;
      /**
       * How the time counts in which no process beat: `down` by default, or
       * `unknown`, which changes lenient and coverage but not strict.
       */
      gaps?: 'down' | 'unknown';
      /**
       * Time between two runs of the probes, from 5 seconds to 10 minutes; 30
       * seconds by default.
       */
      probePeriod?: string | HumanDuration;
      /**
       * How long before it expires a certificate is warned of, up to 365 days;
       * 14 days by default.
       */
      certificateWarning?: string | HumanDuration;
      maintenance?: {
        /**
         * Whether maintenance that was declared after it began is left out of
         * the figures too; `false` by default.
         */
        excludeLate?: boolean;
      };
      /**
       * Addresses that the backend asks, by the name of their component.
       * `portal` is there by default and asks `app.baseUrl`.
       */
      probes?: {
        [name: string]: {
          /** Whether it runs; `true` by default. */
          enabled?: boolean;
          /** An absolute http or https URL. */
          url?: string;
          /** `GET` by default. */
          method?: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
          /** Expected statuses, such as 200 or '200-399'; the latter by default. */
          status?: number | string | Array<number | string>;
          /** A regular expression that the body has to match. */
          body?: string;
          /** For the whole answer, up to 1 minute; 10 seconds by default. */
          timeout?: string | HumanDuration;
          /**
           * Whether the portal is down whenever this is; by default only
           * `portal`.
           */
          counts?: boolean;
        };
      };
      /** How checks are taken that observers report, by component. */
      checks?: {
        [component: string]: {
          /** Whether the portal is down whenever this is; `false` by default. */
          counts?: boolean;
          /**
           * Without a check for longer than this nothing is known, up to 24
           * hours; 10 minutes by default.
           */
          silentAfter?: string | HumanDuration;
        };
      };
    };
    /** Which catalog entities are judged, by what, and when. */
    catalog?: {
      /**
       * Kinds of entities that are judged. `Component`, `API`, `Resource`,
       * `System` and `Domain` by default.
       */
      kinds?: Array<string>;
      /**
       * Names of owners that stand for having none. `unknown` by default.
       */
      placeholders?: Array<string>;
      /**
       * Tells the owners of stale entities once a week, in the portal's own
       * notifications, which ones they are. Switched off by default.
       */
      ownerNotifications?: {
        enabled?: boolean;
        /** Day of the week, such as `monday`, which is the default. */
        day?: string;
        /** Hour of the day in the reporting time zone; 9 by default. */
        hour?: number;
      };
      /**
       * Which reasons make an entity stale: `orphan`, `processing-error`,
       * `source-error`, `owner-missing`, `owner-unknown` (without effect while
       * the catalog has no groups), `relation-dangling`, `unchanged`,
       * `unverified`, and those that modules add.
       */
      rules?: {
        [reason: string]: {
          /**
           * Whether the reason counts; `true` by default, but `false` for
           * `relation-dangling`, `unchanged` and `unverified`.
           */
          enabled?: boolean;
          /**
           * For `unchanged` and `unverified`: how long nothing may have happened,
           * at least a day; 180 days by default.
           */
          after?: string | HumanDuration;
          /**
           * How long the fault has to last before it counts; by default 1h for
           * `processing-error`, what a module says for its own, and no time for
           * the others.
           */
          grace?: string | HumanDuration;
          /** Kinds to which the rule is confined. All that are judged if not. */
          kinds?: Array<string>;
        };
      };
      /**
       * When the catalog is read. By default every 15 minutes, for at most 30
       * minutes, on one of the replicas.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /**
     * A goal for active users with a date. Where it is set here, it cannot be
     * set through the API.
     */
    programme?: {
      /** First day, such as `2026-11-02`. */
      start: string;
      /** Share of developers to reach, between 0 and 1; 0.3 by default. */
      goal?: number;
      /**
       * How long it takes, as an ISO 8601 period in months, weeks or days;
       * `P6M` by default.
       */
      length?: string;
      /** The day at whose end the goal is to be held, instead of a length. */
      deadline?: string;
      /**
       * Closed weeks in a row for which the goal has to be held, from 1 to 12;
       * 2 by default.
       */
      hold?: number;
      /**
       * When few people are expected, such as at the end of the year. Weeks whose
       * 28 days hold more than seven of them are left out of the forecast.
       */
      holidays?: Array<{
        /** First day, such as `2026-12-21`. */
        from: string;
        /** First day after them, such as `2027-01-04`. */
        to: string;
      }>;
    };
    /** Who is told when something changes that matters. Nobody by default. */
    alerts?: {
      /**
       * Entity refs of users and groups that are told in the portal's own
       * notifications, such as `group:default/portal-team`.
       */
      recipients?: Array<string>;
      /** An address to which alerts are posted as JSON. */
      webhook?: {
        /**
         * An absolute http or https URL. Some of them are as good as a password.
         *
         * @visibility secret
         */
        url: string;
        /**
         * Signs each message: `X-Adoption-Metrics-Signature` holds the
         * HMAC-SHA-256 of the timestamp header, a dot and the body.
         *
         * @visibility secret
         */
        secret?: string;
        /**
         * `json` by default; `slack` for receivers that take nothing but a text,
         * `pagerduty` for its Events API v2.
         */
        format?: 'json' | 'slack' | 'pagerduty';
        /**
         * The integration key of a service, for `pagerduty`.
         *
         * @visibility secret
         */
        routingKey?: string;
      };
      /** Which changes are looked for: by the name of the rule. */
      rules?: {
        [rule in
          | 'deadline'
          | 'milestone'
          | 'figure'
          | 'collection'
          | 'error-budget'
          | 'digest']?: {
          /** Whether the rule is looked at; `true` by default. */
          enabled?: boolean;
          /**
           * A day such as '2026-12-31'. Through that day its alerts are stored and
           * shown, and told to nobody.
           */
          mutedUntil?: string;
          /**
           * Names of the channels that tell of it, such as `notifications` or
           * `webhook`; all of them by default.
           */
          channels?: Array<string>;
          /**
           * Entity refs of users and groups that are told of it in the portal, in
           * place of `alerts.recipients`.
           */
          recipients?: Array<string>;
        };
      };
      /**
       * Whether alerts are published as events of Backstage, with the topic
       * `adoption-metrics.alert`; `false` by default.
       */
      events?: boolean;
    };
    /**
     * When a digest is sent to those who are told of alerts, in the reporting
     * time zone.
     */
    digest?: {
      /** Of the last closed week. */
      weekly?: {
        /** Whether it is sent; `true` by default. */
        enabled?: boolean;
        /** `monday` by default. */
        day?:
          | 'monday'
          | 'tuesday'
          | 'wednesday'
          | 'thursday'
          | 'friday'
          | 'saturday'
          | 'sunday';
        /** 0 to 23; 9 by default. */
        hour?: number;
      };
      /** Of the last closed month, on the first day of the next one. */
      monthly?: {
        /** Whether it is sent; `true` by default. */
        enabled?: boolean;
        /** 0 to 23; 9 by default. */
        hour?: number;
      };
    };
    /**
     * For how long what was collected is kept, as a duration such as `P90D`,
     * `90 days` or `{ days: 90 }`. A month counts as 30 days. What a figure has
     * still to be computed from is never removed.
     */
    retention?: {
      /** Stretches of beating processes; 761 days by default, at least 366. */
      heartbeats?: string | HumanDuration;
      /** Stretches of components; 761 days by default, at least 366. */
      componentStates?: string | HumanDuration;
      /** Maintenance and notes on incidents; 761 days by default, at least 366. */
      maintenance?: string | HumanDuration;
      /**
       * When entities of the catalog were first met, and last changed; 35 days
       * after they were last met by default, at least 14.
       */
      entityAges?: string | HumanDuration;
      /** Who confirmed which entity; 761 days by default, at least 366. */
      verifications?: string | HumanDuration;
      /** How alerts were told; 183 days by default, at least 30. */
      alertDeliveries?: string | HumanDuration;
      /** Ids of pushed checks; 3 days by default, at least 2. */
      uptimeChecks?: string | HumanDuration;
      /**
       * Ids of batches already counted, so that a replay is free; 8 days by
       * default, at least 4.
       */
      ingestBatches?: string | HumanDuration;
      /** Who was active on which day; 396 days by default, at least 100. */
      personDays?: string | HumanDuration;
      /** Who used which plugin on which day; 35 days by default, at least 32. */
      personPluginDays?: string | HumanDuration;
      /**
       * How often each action was taken in each plugin; 761 days by default, at
       * least 32.
       */
      actionCounts?: string | HumanDuration;
      /** Page loads by day; 761 days by default, at least 32. */
      pageLoads?: string | HumanDuration;
      /**
       * For how long page loads are told apart by page; then all pages of a day
       * become one. 100 days by default, at least 32.
       */
      pageLoadRoutes?: string | HumanDuration;
      /** Page loads by hour; 8 days by default, at least 1. */
      pageLoadHours?: string | HumanDuration;
      /**
       * Histogram and pages of each closed 28 days, as they were measured; 35
       * days by default, at least 1. Older ones are added up when asked for.
       */
      pageLoadDetails?: string | HumanDuration;
      /** Why page loads were not measured; 761 days by default, at least 32. */
      pageLoadDiscards?: string | HumanDuration;
      /**
       * Navigations that ought to be measured; 761 days by default, at least
       * 32.
       */
      pageNavigations?: string | HumanDuration;
      /** Events that browsers gave up; 761 days by default, at least 32. */
      droppedEvents?: string | HumanDuration;
      /**
       * Names of the pages, plugins and actions of a day; 8 days by default, at
       * least 4.
       */
      dailyMembers?: string | HumanDuration;
      /**
       * Breakdowns of the figures; 761 days by default, at least 100. The
       * figures themselves are kept for good.
       */
      samples?: string | HumanDuration;
      /**
       * Who was a developer, since the end of that; 761 days by default, at
       * least 100.
       */
      developerSpans?: string | HumanDuration;
      /**
       * Who was in which team, since the end of that; 761 days by default, at
       * least 100.
       */
      teamSpans?: string | HumanDuration;
      /**
       * Pseudonyms of people, since their last active day; 761 days by default,
       * at least 100 and as long as their days. Developers and people who
       * opted out are kept.
       */
      people?: string | HumanDuration;
    };
  };
}
