/** The id of this portal among those that are measured. @public */
export const THIS_PORTAL = 'this';

/** Stands for "active in any of the portals". @public */
export const ANY_PORTAL = 'any';

/** @public */
export const portalMeasures = ['monthly', 'weekly', 'daily'] as const;

/**
 * What a series of portals shows: people active in trailing 28, 7 or 1 days.
 *
 * @public
 */
export type PortalMeasure = (typeof portalMeasures)[number];

/** Days of activity that one batch may hold. @public */
export const MOST_PORTAL_DAYS = 400;

/** People, summed over its days, that one batch may hold. @public */
export const MOST_PORTAL_PEOPLE = 250_000;

/** Faults of a batch that are named. @public */
export const MOST_PORTAL_FAULTS = 10;
