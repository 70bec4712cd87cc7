/** The language of sentences in the API. */
export const apiLocale = 'en-US';
