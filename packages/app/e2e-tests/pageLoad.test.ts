import { expect, type Page } from '@playwright/test';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { openFromSidebar, people, test, tileIn, type Portal } from './support';

const delayMs = 6_000;

async function loadsToday(portal: Portal) {
  return (await portal.metric('page-load')).today?.count ?? 0;
}

async function load(page: Page, portal: Portal) {
  const before = await loadsToday(portal);
  await page.reload();
  await expect(tileIn(page, 'Page load')).toBeVisible();
  await expect
    .poll(() => loadsToday(portal), { timeout: 30_000 })
    .toBe(before + 1);
}

/** Holds back the script of the app, as a slow network would. */
async function slowDown(page: Page) {
  await page.route(/\/static\/main\.[^/]*\.js$/, async route => {
    await new Promise(resolve => setTimeout(resolve, delayMs));
    await route.continue();
  });
}

/** What the page reports from now on. */
function listenTo(page: Page): CollectedEvent[] {
  const events: CollectedEvent[] = [];
  page.on('request', request => {
    if (request.url().endsWith('/v1/events')) {
      events.push(...request.postDataJSON().events);
    }
  });
  return events;
}

async function openCatalog(page: Page) {
  const events = listenTo(page);
  await openFromSidebar(page, 'Catalog');
  const ofRoutes = () =>
    events.filter(event => 'kind' in event && event.kind === 'route');
  const about = { kind: 'route', routeId: 'page:catalog' };
  await expect.poll(ofRoutes, { timeout: 30_000 }).toMatchObject([
    { type: 'navigation', ...about },
    { type: 'page-load', method: 'soft-lcp', ...about },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/https?:|[?&]|rojas/i);
  await openFromSidebar(page, 'Home');
}

test('pages that load slowly show in the page load time', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ automatedBrowsers: true });
  const page = await signIn(portal, people.mateo);

  await load(page, portal);
  const usual = (await portal.metric('page-load')).today?.value;
  expect(usual).toBeGreaterThan(0);
  expect(usual).toBeLessThan(delayMs / 1000);

  await openCatalog(page);

  await slowDown(page);
  await load(page, portal);
  await load(page, portal);

  const slow = (await portal.metric('page-load')).today;
  expect(slow?.value).toBeGreaterThan(delayMs / 1000);
  expect(slow?.value).toBeLessThan(60);
  await expect(tileIn(page, 'Page load')).toContainText(/today/);
});
