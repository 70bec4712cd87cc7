import {
  appLanguageApiRef,
  createTranslationRef,
  translationApiRef,
  type AppLanguageApi,
  type TranslationApi,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../api';
import germanOfPages from '../messages/de';
import germanOfCard from '../messages/de/scorecard';
import { adoptionScorecardTranslationRef } from '../scorecardTranslation';
import { adoptionMetricsTranslationRef } from '../translation';
import {
  alertsRouteRef,
  deadlineRouteRef,
  decisionRouteRef,
  metricRouteRefs,
  myDataRouteRef,
  reportRouteRef,
  rootRouteRef,
  settingsRouteRef,
} from '../routes';

const germanMessages: Record<string, Record<string, string>> = {
  [adoptionMetricsTranslationRef.id]: germanOfPages,
  [adoptionScorecardTranslationRef.id]: germanOfCard,
};

const translations = mockApis.translation();

/** German at once, without an app that offers it. */
const germanTranslation: Partial<TranslationApi> = {
  getTranslation: ref =>
    translations.getTranslation(
      createTranslationRef({
        id: `${ref.id}.de`,
        messages: germanMessages[ref.id] ?? {},
      }) as never,
    ),
  translation$: ref => translations.translation$(ref),
};

const germanReader: Partial<AppLanguageApi> = {
  getLanguage: () => ({ language: 'de' }),
};

/**
 * Renders in an app whose pages are all mounted.
 *
 * @param entities - of the catalog
 * @param address - what the page's address says, such as `?range=1y`
 */
export function renderWithApi(
  element: ReactElement,
  api: AdoptionMetricsApi,
  entities: Entity[] = [],
  address = '',
) {
  return renderPage(element, api, { entities, address });
}

/** The same for a reader who has chosen German. */
export function renderInGerman(element: ReactElement, api: AdoptionMetricsApi) {
  return renderPage(element, api, { translation: germanTranslation });
}

function renderPage(
  element: ReactElement,
  api: AdoptionMetricsApi,
  reader: {
    entities?: Entity[];
    address?: string;
    translation?: Partial<TranslationApi>;
  },
) {
  const { entities = [], address = '', translation } = reader;
  return renderInTestApp(element, {
    initialRouteEntries: [`/${address}`],
    apis: [
      [adoptionMetricsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities })],
      ...(translation
        ? [
            [translationApiRef, translation] as const,
            [appLanguageApiRef, germanReader] as const,
          ]
        : []),
    ],
    mountedRoutes: {
      '/adoption': rootRouteRef,
      '/adoption/active-users': metricRouteRefs['active-users'],
      '/adoption/page-load': metricRouteRefs['page-load'],
      '/adoption/uptime': metricRouteRefs.uptime,
      '/adoption/catalog': metricRouteRefs['stale-entities'],
      '/adoption/deadline': deadlineRouteRef,
      '/adoption/decision': decisionRouteRef,
      '/adoption/alerts': alertsRouteRef,
      '/adoption/settings': settingsRouteRef,
      '/adoption/report': reportRouteRef,
      '/adoption/me': myDataRouteRef,
    },
  });
}

/**
 * The accessibility rules that an element breaks. Contrast and the shapes of
 * letters need a browser that paints, and the landmarks of a whole page are
 * the app's business.
 */
export async function brokenRules(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: {
      'color-contrast': { enabled: false },
      'label-content-name-mismatch': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

/** The section of a page under a heading. */
export async function section(name: string | RegExp) {
  return within(await screen.findByRole('region', { name }));
}

/** An error as the client throws it. */
export function responseError(statusCode: number, said: string): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    statusCode,
    cause: new Error(said),
  });
}
