/** The id of this portal among those that are measured. @public */
export const THIS_PORTAL = 'this';

/** Stands for "active in any of the portals". @public */
export const ANY_PORTAL = 'any';

/** What may be wrong with a day or a person of a batch. @public */
export const portalFaults = [
  'day-invalid',
  'day-future',
  'day-too-early',
  'row-invalid',
  'feedback-invalid',
  'person-invalid',
  'person-guest',
] as const;

/** @public */
export type PortalFault = (typeof portalFaults)[number];

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
