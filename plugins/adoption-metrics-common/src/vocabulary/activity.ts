/** @public */
export const suppressionReasons = ['too-few-people'] as const;

/**
 * Why a number about a group of people is not shown.
 *
 * - `too-few-people`: the group is below the minimum group size.
 *
 * @public
 */
export type SuppressionReason = (typeof suppressionReasons)[number];

/** @public */
export const breakdownGranularities = ['week', 'four-weeks'] as const;

/**
 * The periods by which people are broken down. They share no day.
 *
 * - `week`: an ISO week.
 * - `four-weeks`: four ISO weeks, always the same ones.
 *
 * @public
 */
export type BreakdownGranularity = (typeof breakdownGranularities)[number];

/** @public */
export const breakdownStatuses = [
  'published',
  'organization-too-small',
  'no-closed-period',
] as const;

/**
 * Whether people are broken down in a period.
 *
 * - `published`: they are.
 * - `organization-too-small`: fewer people than twice the minimum group size.
 * - `no-closed-period`: no period of this length is over yet.
 *
 * @public
 */
export type BreakdownStatus = (typeof breakdownStatuses)[number];

/** @public */
export const publishedGroupKinds = ['team', 'pooled', 'others'] as const;

/**
 * What a published group of people is.
 *
 * - `team`: a team with everyone in the teams below it.
 * - `pooled`: teams that are too small to stand alone, together.
 * - `others`: everyone in a team, or in the organization, who is in none of the
 *   groups published below it.
 *
 * @public
 */
export type PublishedGroupKind = (typeof publishedGroupKinds)[number];

/** @public */
export const activityGranularities = [
  'day',
  'week',
  'four-weeks',
  'month',
] as const;

/** @public */
export type ActivityGranularity = (typeof activityGranularities)[number];

/** @public */
export const activityMeasures = [
  'monthly',
  'weekly',
  'daily',
  'regular',
  'stickiness',
] as const;

/**
 * What a series of activity shows.
 *
 * - `monthly`, `weekly`, `daily`: active users of 28, 7 and 1 days.
 * - `regular`: active in at least 3 of the last 4 trailing 7-day blocks.
 * - `stickiness`: mean daily active users on working days, per 28-day active
 *   user.
 *
 * @public
 */
export type ActivityMeasure = (typeof activityMeasures)[number];

/** @public */
export const actionKinds = [
  'template-run',
  'document-read',
  'search',
  'search-without-result',
] as const;

/**
 * What people do in a portal that is counted by itself.
 *
 * - `template-run`: a task of a software template was created.
 * - `document-read`: a page of the documentation of an entity was opened.
 * - `search`: a search was made.
 * - `search-without-result`: a search that found nothing; it is also a `search`.
 *
 * @public
 */
export type ActionKind = (typeof actionKinds)[number];

/** @public */
export const attributeGroupKinds = ['value', 'none', 'others'] as const;

/**
 * What a published group of people who share an attribute is.
 *
 * - `value`: people with one value.
 * - `none`: people of whom the catalog has no value.
 * - `others`: several values together, since one of them would be too small.
 *
 * @public
 */
export type AttributeGroupKind = (typeof attributeGroupKinds)[number];

/** @public */
export const pluginSurfaces = ['page', 'card'] as const;

/**
 * Where people meet a plugin.
 *
 * - `page`: it has a page, a tab of an entity or an entry in the navigation, so
 *   that its use leaves a trace.
 * - `card`: it only adds cards to other pages. Whoever looks at a card leaves no
 *   trace.
 *
 * @public
 */
export type PluginSurface = (typeof pluginSurfaces)[number];

/** @public */
export const pluginUses = ['used', 'unused', 'unknown'] as const;

/**
 * Whether anyone used a plugin.
 *
 * @public
 */
export type PluginUseState = (typeof pluginUses)[number];

/** @public */
export const unknownUseReasons = [
  'no-closed-period',
  'not-observed',
  'new',
  'cards-only',
] as const;

/**
 * Why it is not known whether anyone used a plugin.
 *
 * - `no-closed-period`: no four weeks are over yet.
 * - `not-observed`: part of the four weeks was not observed.
 * - `new`: it was installed after the four weeks had begun.
 * - `cards-only`: it only has cards, and nobody interacted with one.
 *
 * @public
 */
export type UnknownUseReason = (typeof unknownUseReasons)[number];
