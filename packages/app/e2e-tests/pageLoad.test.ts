import { expect, type Page } from '@playwright/test';
import type {
  CollectedEvent,
  PageLoadKinds,
} from 'backstage-plugin-adoption-metrics-common';
import { openFromSidebar, people, test, tileIn, type Portal } from './support';

const delayMs = 6_000;

function loadsToday({ directory }: Portal): number {
  return directory.readNumber(
    "select sum(loads) from page_load_counts where kind = 'initial'",
  );
}

async function load(page: Page, portal: Portal) {
  const before = loadsToday(portal);
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
  await openCatalog(page);

  await slowDown(page);
  await load(page, portal);
  await load(page, portal);

  // A day is shown once it is over.
  await portal.stop();
  await portal.start({ automatedBrowsers: true, clockOffset: 'P1D' });
  const initial = async () => {
    const { kinds } = await portal.get<PageLoadKinds>('/page-load/kinds');
    return kinds.find(({ kind }) => kind === 'initial');
  };
  const slowest = async () => (await initial())?.p99;
  await expect
    .poll(slowest, { timeout: 90_000 })
    .toBeGreaterThan(delayMs / 1000);
  expect(await slowest()).toBeLessThan(60);
  expect((await initial())?.withinTarget).toBeGreaterThan(0);
});
