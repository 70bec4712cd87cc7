import type { TranslationRefTuple } from '@backstage/frontend-plugin-api';
import { common } from '../messages/common';
import { adoptionScorecardTranslationRef } from '../scorecardTranslation';

/** What Backstage's own type of it takes too long to say. */
type Select = (key: string) => TranslationRefTuple<undefined>;

/**
 * The title of a page, which Backstage puts into the reader's language. Before
 * 1.57 it takes no message for a title; there it is English.
 */
export function pageTitle(page: keyof (typeof common)['page']) {
  const select: unknown = adoptionScorecardTranslationRef;
  return typeof select === 'function'
    ? (select as Select)(`common.page.${page}`)
    : common.page[page];
}
