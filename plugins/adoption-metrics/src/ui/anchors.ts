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

/** On Alerts and reports: alerts, and the rules that can be muted. */
export const alertsId = 'alerts';
