/** The zone of the browser: an entity's page knows of no reporting time zone. */
export const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
