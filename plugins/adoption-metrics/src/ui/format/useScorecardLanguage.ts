import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { adoptionScorecardTranslationRef } from '../../scorecardTranslation';
import { createFormat } from './createFormat';
import type { ScorecardLanguage } from './Language';
import type { ScorecardTranslate } from './Translate';

/**
 * The words, numbers and dates of the reader, as far as the homepage card needs
 * them: whatever the card shows uses this, so that the homepage does not load
 * the messages of the pages.
 */
export function useScorecardLanguage(): ScorecardLanguage {
  const { t } = useTranslationRef(adoptionScorecardTranslationRef);
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const locale = localeOf(language, window.navigator.languages);
  return useMemo(() => scorecardLanguageOf(t, locale), [t, locale]);
}

/** @param t - as `useTranslationRef` gives it for the messages of the card */
export function scorecardLanguageOf(
  t: unknown,
  locale: string,
): ScorecardLanguage {
  const translate = t as ScorecardTranslate;
  return { t: translate, format: createFormat(locale, translate) };
}

/**
 * The language of the app as it is written where the reader lives: an app in
 * `en` and a browser in `en-GB` give British dates.
 */
export function localeOf(
  appLanguage: string,
  browserLanguages: readonly string[],
): string {
  return (
    browserLanguages.find(each => baseOf(each) === baseOf(appLanguage)) ??
    appLanguage
  );
}

function baseOf(tag: string): string {
  return tag.split('-')[0].toLowerCase();
}
