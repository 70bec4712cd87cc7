import type { RecommendedAction } from 'backstage-plugin-adoption-metrics-common';
import { wordsOf, type Language } from './format';

/** Something recommended, and the numbers behind it, in the reader's words. */
export function actionText(action: RecommendedAction, language: Language) {
  const { title, reason, wording } = action;
  return {
    title: wordsOf(wording?.title, title, language),
    reason: wordsOf(wording?.reason, reason, language),
  };
}
