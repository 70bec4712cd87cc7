import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { adoptionMetricsTranslationRef } from '../../translation';
import { createFormat } from './createFormat';
import type { Language } from './Language';
import type { Translate } from './Translate';

/** The words, numbers and dates of the reader. */
export function useLanguage(): Language {
  const { t } = useTranslationRef(adoptionMetricsTranslationRef);
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const locale = localeOf(language, window.navigator.languages);
  return useMemo(() => languageOf(t, locale), [t, locale]);
}

/** @param t - as `useTranslationRef` gives it for the plugin's messages */
export function languageOf(t: unknown, locale: string): Language {
  const translate = t as Translate;
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
