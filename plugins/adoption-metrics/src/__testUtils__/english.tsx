import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
  type AppLanguageApi,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { languageOf, scorecardLanguageOf, type Language } from '../ui/format';
import { adoptionScorecardTranslationRef } from '../scorecardTranslation';
import { adoptionMetricsTranslationRef } from '../translation';

/** What a reader in the United States sees. */
export const english: Language = createEnglish();

function createEnglish(): Language {
  const ofCard = messagesOf(adoptionScorecardTranslationRef);
  const ofPages = messagesOf(adoptionMetricsTranslationRef);
  return languageOf(scorecardLanguageOf(ofCard, 'en-US'), ofPages);
}

function messagesOf(ref: TranslationRef): unknown {
  const translation = mockApis.translation().getTranslation(ref);
  if (!translation.ready) {
    throw new Error('The messages are not loaded');
  }
  return translation.t;
}

/** Renders what needs words and nothing else of an app, at once. */
export function renderInEnglish(element: ReactElement) {
  const languages: Partial<AppLanguageApi> = {
    getLanguage: () => ({ language: 'en' }),
  };
  return render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
        [appLanguageApiRef, languages],
      ]}
    >
      {element}
    </TestApiProvider>,
  );
}
