import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { adoptionMetricsTranslationRef } from '../../translation';
import type { Language, ScorecardLanguage } from './Language';
import type { Translate } from './Translate';
import { useScorecardLanguage } from './useScorecardLanguage';

/** Areas whose messages the pages share with the homepage card. */
const shared = /^(common|metric|metricSentences|countdown|card)\./;

type AnyTranslate = (key: string, ...values: object[]) => string;

/** The words, numbers and dates of the reader. */
export function useLanguage(): Language {
  const ofCard = useScorecardLanguage();
  const { t } = useTranslationRef(adoptionMetricsTranslationRef);
  return useMemo(() => languageOf(ofCard, t), [ofCard, t]);
}

/** @param t - as `useTranslationRef` gives it for the messages of the pages */
export function languageOf(ofCard: ScorecardLanguage, t: unknown): Language {
  const ofPages = t as AnyTranslate;
  const translate: AnyTranslate = (key, ...values) =>
    shared.test(key)
      ? (ofCard.t as AnyTranslate)(key, ...values)
      : ofPages(key, ...values);
  return { t: translate as Translate, format: ofCard.format };
}
