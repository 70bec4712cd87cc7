/** The section of the page in which recipients are chosen. */
export const deadlineSettingsId = 'deadline-settings';

/** The section of the page that lists alerts, and mutes their rules. */
export const alertsId = 'alerts';
