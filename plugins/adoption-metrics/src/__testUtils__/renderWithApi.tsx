import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { adoptionMetricsApiRef, type AdoptionMetricsApi } from '../api';
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
  return renderInTestApp(element, {
    initialRouteEntries: [`/${address}`],
    apis: [
      [adoptionMetricsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities })],
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
