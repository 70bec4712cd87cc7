// Sections of pages to which others lead.

/** On Settings: where the deadline is set, with its recipients. */
export const deadlineSettingsId = 'deadline-settings';

/** On Settings: whether the data can be trusted. */
export const dataHealthId = 'data-health';

/** On Settings: who counts as a developer. */
export const includedUsersId = 'included-users';

/** On Settings: every table as a file. */
export const exportId = 'export';

/** On Settings: what each metric means. Each metric has its id as well. */
export const definitionsId = 'definitions';

/** On Alerts and reports: what was alerted about. */
export const alertsId = 'alerts';

/** On Alerts and reports: what can be muted, and who is notified. */
export const alertRulesId = 'alert-rules';

/** On Alerts and reports: the digests sent and to come. */
export const digestId = 'digest';

/** On Alerts and reports: the way to the printable report. */
export const reportId = 'report';
