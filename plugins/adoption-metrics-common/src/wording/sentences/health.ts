/** Whether the data can be trusted: what was checked, what is wrong, what to do. */
export const healthSentences = {
  'health.configuration': 'Configuration',
  'health.configuration.ok': 'All adoptionMetrics keys are valid.',
  'health.configuration.warning': '{{warning}}.',
  'health.configuration.fix':
    'Correct app-config.yaml, and restart the backend.',
  'health.owner-notifications': 'Owner notifications',
  'health.owner-notifications.ok':
    'Every owner who was notified this week has members.',
  'health.owner-notifications.unreachable':
    'Notifications of stale entities have no recipients at {{owners}}.',
  'health.owner-notifications.more_one': '{{count, number}} other',
  'health.owner-notifications.more_other': '{{count, number}} others',
  'health.owner-notifications.fix':
    'Add members to these groups, or assign their entities to another owner. Delivery is retried for two days.',
  'health.last-scan': 'Catalog scan',
  'health.last-scan.failed': 'The last scan failed: {{error}}',
  'health.last-scan.failed.fix':
    'Check that the catalog plugin responds; the next scheduled scan tries again.',
  'health.last-scan.none': 'No scan has completed yet.',
  'health.last-scan.none.fix':
    'The first scan runs within a minute of startup.',
  'health.last-scan.scanned_one':
    '{{count, number}} entity scanned, {{stale}} of them stale.',
  'health.last-scan.scanned_other':
    '{{count, number}} entities scanned, {{stale}} of them stale.',
  'health.last-scan.unchecked': 'Not fully checked: {{entities}}.',
  'health.last-scan.unchecked.fix':
    'The list of stale entities names the entities that could not be checked, with the reason.',
  'health.clock': 'Clock',
  'health.clock.steady': 'The clock of the backend has run steadily.',
  'health.clock.agreed': 'The backend and the database agree on the time.',
  'health.clock.on': 'On {{replica}}: {{finding}}',
  'health.clock.ahead':
    'The clock of the backend is {{time}} ahead; days and uptime use the correct time, and a day is closed once both clocks agree that it is over.',
  'health.clock.behind':
    'The clock of the backend is {{time}} behind; days and uptime use the correct time, and a day is closed once both clocks agree that it is over.',
  'health.clock.database':
    'The database clock was changed; until it agrees with the backend clock again, a day is closed once both say that it is over.',
  'health.clock.unknown':
    'The backend clock does not match the last stored time; no day is closed until it has run steadily for ten minutes.',
  'health.clock.process.fix':
    'Set the clock of that machine, and keep it synchronized with NTP. No data needs to be fixed afterwards.',
  'health.clock.database.fix':
    'Compare the clock of the database server with NTP. No data needs to be fixed afterwards.',
  'health.clock.unknown.fix':
    'If the clock of that machine is right, no action is needed: it is trusted after ten minutes. Otherwise, set it.',
  'health.sign-in-names': 'Sign-in names',
  'health.sign-in-names.no-developers':
    'No user in the catalog counts as a developer yet.',
  'health.sign-in-names.ok': 'Sign-in names match users in the catalog.',
  'health.sign-in-names.outsiders':
    "{{outsiders}} of the {{people}} people who used the portal in the last {{days}} days are not in the catalog and don't count.",
  'health.sign-in-names.fix':
    'Configure the sign-in resolver to return the names of users in the catalog, or import users under their sign-in names. Identities that were counted under other names can be merged.',
  'health.last-batch': 'Events from browsers',
  'health.last-batch.guests':
    'Only browsers of guests have reported so far, and guests are not counted.',
  'health.last-batch.none': 'No browser has reported yet.',
  'health.last-batch.imported':
    'Only imported history: no browser has reported since the import on {{time}}.',
  'health.last-batch.none.fix':
    'Sign in and open a page of the catalog. If nothing comes within a minute, check that the app has the plugin: in the new frontend system backstage-plugin-adoption-metrics in packages/app/package.json, and among the features of createApp unless app.packages is all; in the old one, where createApp comes from @backstage/app-defaults and that has no effect, the components of backstage-plugin-adoption-metrics/legacy in packages/app/src/App.tsx and createAdoptionAnalyticsApiFactory() in apis.ts (docs/old-frontend-system.md). Automated browsers do not report, and neither does the app at any address other than app.baseUrl.',
  'health.last-batch.ok': 'Browsers are reporting.',
  'health.last-batch.no-activity':
    'Browsers report page loads, but no user activity.',
  'health.last-batch.no-activity.fix':
    'Open a page of the catalog and click something. If the warning stays, the app reports only page loads: in the old frontend system, add createAdoptionAnalyticsApiFactory() to packages/app/src/apis.ts, in the place of any other factory of analyticsApiRef (docs/old-frontend-system.md). Activity inside this plugin does not count.',
  'health.last-batch.stopped_one':
    'No browser has reported since {{day}}, although {{count, number}} person opened this plugin in a day.',
  'health.last-batch.stopped_other':
    'No browser has reported since {{day}}, although {{count, number}} people opened this plugin in a day.',
  'health.last-batch.stopped-failing_one':
    'No browser has reported since {{day}}, although reports of {{count, number}} person failed in a day.',
  'health.last-batch.stopped-failing_other':
    'No browser has reported since {{day}}, although reports of {{count, number}} people failed in a day.',
  'health.last-batch.stopped.fix':
    'Open a page and check the console and network tab of the browser: does the app still include the plugin, does something block POST /api/adoption-metrics/v1/events, and is the address of the portal missing from adoptionMetrics.collector.origins?',
  'health.last-batch.usual':
    'No browser has reported for more than a day, which is usual for this portal.',
  'health.reporting-readers': 'Browsers of people who open this plugin',
  'health.reporting-readers.too-few':
    'Not enough data: too few people opened it in the last 7 days.',
  'health.reporting-readers.ok':
    'In the last 7 days, {{reporting}} of {{readers}} daily readers also reported usage.',
  'health.reporting-readers.falling':
    'In the last 7 days, {{reporting}} of {{readers}} daily readers also reported usage, down from {{reportingBefore}} of {{readersBefore}} in the 8 weeks before. Some browsers seem to have stopped reporting.',
  'health.reporting-readers.falling.fix':
    'Check for browser extensions that block requests, a new version of the app without the collector, and origins missing from adoptionMetrics.collector.origins.',
  'health.opt-outs': 'People who opted out',
  'health.dropped-events': 'Dropped events',
  'health.dropped-events.ok':
    'Events dropped by browsers in the last {{days}} days: {{events}}.',
  'health.dropped-events.many':
    'Events dropped by browsers in the last {{days}} days: {{events}} ({{reasons}}), more than one per {{navigations}} navigations.',
  'health.dropped-events.reason': '{{reason}}: {{events}}',
  'health.dropped-events.few': 'fewer than {{events}}',
  'health.dropped-events.at-least': 'at least {{events}}',
  'health.dropped-events.storage-full': "the browser's storage was full",
  'health.dropped-events.too-old': 'could not be sent in time',
  'health.dropped-events.refused': 'rejected by the server',
  'health.dropped-events.fix':
    'Check that browsers can reach POST /api/adoption-metrics/v1/events. They keep events for up to 72 hours, in limited storage.',
  'health.permissions': 'Permissions',
  'health.permissions.ok':
    'The permission policy controls access to the metrics.',
  'health.permissions.disabled':
    'Permissions are disabled: every signed-in user can read the metrics.',
  'health.permissions.fix':
    'Set permission.enabled to true, with a policy that allows adoption-metrics.scorecard.read for those who can read the metrics; access is denied by default.',
  'health.closed-days': 'Closed days',
  'health.closed-days.ok': 'Data through {{day}} in {{timeZone}}.',
  'health.closed-days.none':
    'Metrics cover whole days, and no day has ended since the installation.',
  'health.closed-days.soon': 'The first metrics appear within minutes.',
  'health.closed-days.on':
    'The first metrics appear on {{day}}, after midnight in {{timeZone}}.',
  'health.portals': 'Other portals',
  'health.portals.none': 'No other portals are configured.',
  'health.portals.ok': 'All other portals have reported within the last week.',
  'health.portals.silent': 'No activity of {{portal}} has been reported yet.',
  'health.portals.late': 'The last reported day of {{portal}} is {{day}}.',
  'health.portals.fix':
    'Check the job that reports it, and post the missing days; late days count. See docs/portals.md.',
  'health.heartbeats': 'Backend heartbeats',
  'health.heartbeats.none': 'No process has sent a heartbeat yet.',
  'health.heartbeats.none.fix':
    'The first heartbeat follows as soon as the backend is ready; see GET /.backstage/health/v1/readiness.',
  'health.heartbeats.stopped':
    'No process has sent a heartbeat for {{time}}; the portal is considered down.',
  'health.heartbeats.stopped.fix':
    'The log shows why heartbeats are paused: the backend is not ready, or its database does not respond.',
  'health.heartbeats.ok_one':
    'One process sends heartbeats, the last one {{time}} ago.',
  'health.heartbeats.ok_other':
    '{{count, number}} processes send heartbeats, the last one {{time}} ago.',
  'health.heartbeats.shared':
    'Heartbeats of this process share the database connections of requests, because no separate connection could be opened ({{error}}).',
  'health.alert-recipients': 'Alert recipients',
  'health.alert-recipients.unknown':
    'Could not check alert recipients: the catalog did not respond.',
  'health.alert-recipients.unknown.fix':
    'Check that the catalog plugin responds.',
  'health.alert-recipients.nobody':
    'A deadline is set, but no one is notified when it is at risk.',
  'health.alert-recipients.nobody-because':
    'A deadline is set, but no one is notified when it is at risk: {{recipients}}.',
  'health.alert-recipients.nobody.fix':
    'Add a user or a group with members to the recipients of the deadline, under Adoption → Settings, or set adoptionMetrics.alerts.recipients or adoptionMetrics.alerts.webhook.url.',
  'health.alert-recipients.rule.fix':
    'Enable adoptionMetrics.alerts.rules.deadline, with recipients and at least one of the channels that are set up: {{channels}}.',
  'health.alert-recipients.some':
    'Some alert recipients cannot be reached: {{recipients}}.',
  'health.alert-recipients.some.fix':
    'Add members to the group, or correct the recipients of the deadline, adoptionMetrics.alerts.recipients, and the recipients of its rules.',
  'health.alert-recipients.ok': 'Alerts are sent through: {{channels}}.',
  'health.alert-recipients.none':
    'No one is notified of alerts. Set recipients before you set a deadline.',
  'health.recipient-missing': '{{recipient}} is not in the catalog',
  'health.recipient-empty': '{{recipient}} has no members in the catalog',
  'health.alert-rules': 'Alert rules',
  'health.alert-rules.ok': 'Every alert rule can be evaluated.',
  'health.alert-rules.failed':
    "The alert rule '{{rule}}' cannot be evaluated: {{reason}}.",
  'health.alert-rules.others': 'Other rules still alert.',
  'health.alert-rules.fix': 'Fix the cause; rules are evaluated every minute.',
  'health.developers': 'Developers',
  'health.developers.failed':
    'Users and groups could not be read or stored: {{reason}}',
  'health.developers.failed.fix':
    'Check that the catalog plugin responds; they are read again every five minutes.',
  'health.developers.head-count':
    'The configured head count is {{developers}}.',
  'health.developers.unknown':
    'No developers are known yet: the catalog has no User entities, or has not been synced twice, which takes about two minutes after the first start.',
  'health.developers.none': 'No user in the catalog counts as a developer.',
  'health.developers.all-excluded_one':
    '{{count, number}} user excluded: guests, such as the example guest of a new portal, and users excluded by adoptionMetrics.developers.',
  'health.developers.all-excluded_other':
    '{{count, number}} users excluded: guests, such as the example guest of a new portal, and users excluded by adoptionMetrics.developers.',
  'health.developers.import.fix':
    'Import your users into the catalog (https://backstage.io/docs/features/software-catalog/life-of-an-entity), or set adoptionMetrics.developers.headCount to the number of your developers. Included users are listed under Adoption → Settings.',
  'health.developers.ok_one':
    '{{developers}} in the catalog, {{count, number}} user excluded.',
  'health.developers.ok_other':
    '{{developers}} in the catalog, {{count, number}} users excluded.',
  'health.developers.count_one': '{{count, number}} developer',
  'health.developers.count_other': '{{count, number}} developers',
  'health.developers.held.fix':
    'The number fell by over 20%: check the user import. If the drop is real, no action is needed.',
  'health.secret': 'Pseudonymization key',
  'health.secret.generated':
    'The key was generated and is stored in the database that it should protect.',
  'health.secret.generated.fix':
    'Set adoptionMetrics.privacy.secret to a random string of at least 16 characters outside of the database, such as in an environment variable, and restart the backend. Stored people are linked to it automatically.',
  'health.secret.ok':
    'The key is configured, separate from the data it protects.',
  'health.secret.moving_one':
    '{{count, number}} person is still stored under the former key; they are linked at the next catalog sync or visit. If you remove adoptionMetrics.privacy.previousSecret before that, they can no longer be linked.',
  'health.secret.moving_other':
    '{{count, number}} people are still stored under the former key; they are linked at the next catalog sync or visit. If you remove adoptionMetrics.privacy.previousSecret before that, they can no longer be linked.',
  'health.secret.lost_one':
    '{{count, number}} person is stored under the former key and cannot be linked: they count as new users on their next visit.',
  'health.secret.lost_other':
    '{{count, number}} people are stored under the former key and cannot be linked: they count as new users on their next visit.',
  'health.secret.lost.fix':
    'If you still have the former key, set adoptionMetrics.privacy.previousSecret to it. Otherwise, the old records are deleted after adoptionMetrics.retention.people.',
  'health.guests': 'Guests',
  'health.guests.ok': 'No guest has used the portal in the last {{days}} days.',
  'health.guests.seen':
    'Guests use the portal, most recently on {{day}}. All guests share one user, so guests are not counted.',
  'health.guests.fix':
    'Let people sign in as catalog users, through a provider such as GitHub, Google, or Microsoft with a sign-in resolver (https://backstage.io/docs/auth/identity-resolver). To try it by yourself, add a User entity for yourself to the catalog, set auth.providers.guest.userEntityRef to it, such as user:default/ada, and sign in again.',
} as const;
