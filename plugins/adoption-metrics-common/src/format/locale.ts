/**
 * The language in which the API writes its sentences.
 *
 * @public
 */
export const apiLocale = 'en-US';
