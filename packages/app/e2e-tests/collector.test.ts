import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import {
  benchmarkIndexOf,
  bundleCollector,
  costOf,
  test,
  type Visitor,
} from './support/collector';

const maxEntryBytes = 6_000;
// On the machine that Lighthouse takes for usual: half as fast it warns.
const maxCostMs = 1;
const usualBenchmarkIndex = 2_000;
// Nothing that never ends may read as long as it is watched.
const fast = 10;

// Browsers send what they gathered after five seconds.
const soon = { timeout: 15_000 };

function print(text: string) {
  // eslint-disable-next-line no-console
  console.log(text);
}

function ofKind(events: CollectedEvent[], wanted: string) {
  return events.filter(event => 'kind' in event && event.kind === wanted);
}

function loadsOf({ events }: Visitor, kind: string) {
  return ofKind(events(), kind).filter(({ type }) => type !== 'navigation');
}

function durationsOf(visitor: Visitor, kind: string) {
  return loadsOf(visitor, kind).flatMap(event =>
    event.type === 'page-load' ? [event.duration] : [],
  );
}

async function follow(page: Page, name: string) {
  await page.getByRole('link', { name }).click();
}

async function lookAround(visitor: Visitor) {
  const { page } = visitor;
  await follow(page, 'plain');
  await expect(page.getByRole('heading')).toBeVisible();
  await page.waitForTimeout(1_000);
  // Nothing that this page shows is content to the browser.
  await follow(page, 'box');
  await expect.poll(() => loadsOf(visitor, 'route').length, soon).toBe(2);
}

for (const softNavigations of [true, false]) {
  const browser = softNavigations ? 'reports them' : 'does not report them';

  test(`navigations are measured once where the browser ${browser}`, async ({
    visit,
  }) => {
    const visitor = await visit({ softNavigations });
    const types = await visitor.page.evaluate(
      () => PerformanceObserver.supportedEntryTypes,
    );
    expect(types.includes('soft-navigation')).toBe(softNavigations);

    await lookAround(visitor);

    const load = { type: 'page-load', kind: 'route' };
    const method = softNavigations ? 'soft-lcp' : 'quiet';
    expect(ofKind(visitor.events(), 'route')).toMatchObject([
      { type: 'navigation', routeId: 'page:plain' },
      { ...load, method, routeId: 'page:plain' },
      { type: 'navigation', routeId: 'page:box' },
      { ...load, method: 'quiet', routeId: 'page:box' },
    ]);
    const [duration] = durationsOf(visitor, 'route');
    expect(duration).toBeGreaterThanOrEqual(0.25);
    expect(duration).toBeLessThan(fast);
  });
}

test('pages that never fall silent are not slow', async ({ visit }) => {
  const watched: Array<{ visitor: Visitor; kind: string; name: string }> = [];
  for (const name of ['clock', 'polls', 'holds', 'streams', 'events']) {
    const visitor = await visit({ path: `/${name}` });
    watched.push({ visitor, kind: 'initial', name });
    for (const softNavigations of [true, false]) {
      const other = await visit({ softNavigations });
      await follow(other.page, name);
      watched.push({ visitor: other, kind: 'route', name });
    }
  }

  for (const { visitor, kind, name } of watched) {
    const load = { type: 'page-load', kind, routeId: `page:${name}` };
    await expect
      .poll(() => loadsOf(visitor, kind), { timeout: 90_000 })
      .toMatchObject([load]);
    const [duration] = durationsOf(visitor, kind);
    expect(duration, name).toBeLessThan(fast);
  }
});

test('two tabs report everything once', async ({ pages, visit }) => {
  const { context, page, events } = await visit();
  const other = await context.newPage();
  await other.goto('/');
  pages.status = 503;
  for (const tab of [page, other]) {
    await follow(tab, 'plain');
    await expect(tab.getByRole('heading')).toBeVisible();
    await follow(tab, 'box');
  }
  const refused = (tab: Page) =>
    tab.waitForResponse(response => response.status() === 503);
  await Promise.all([page, other].map(refused));
  await other.reload();
  pages.status = 200;

  const viewed = () =>
    events()
      .filter(event => event.type === 'interaction')
      .map(({ pluginId }) => pluginId)
      .sort();
  const once = ['box', 'home', 'plain'];
  // The page that was reloaded is seen again.
  const all = [...once, ...once, 'box'].sort();
  await expect.poll(viewed, { timeout: 30_000 }).toEqual(all);
  await page.waitForTimeout(6_000);
  expect(viewed()).toEqual(all);
});

test('what a page saw arrives although it goes away', async ({ visit }) => {
  const { page, events } = await visit();
  await expect.poll(() => events().length, soon).toBeGreaterThan(0);

  await follow(page, 'plain');
  await page.goto('about:blank');

  await expect
    .poll(() => ofKind(events(), 'route'), { timeout: 3_000 })
    .toMatchObject([
      { type: 'navigation', routeId: 'page:plain' },
      { type: 'page-load-discard', reason: 'hidden' },
    ]);
});

test('a page that goes away at once is counted by the next', async ({
  visit,
}) => {
  const { page, events } = await visit({ path: 'about:blank' });
  // The part that sends is loaded later, and here never.
  await page.route(/\/\d+\.js$/, () => {});
  await page.goto('/plain');
  await page.goto('about:blank');
  await page.unrouteAll();
  await page.goto('/box');

  await expect
    .poll(() => ofKind(events(), 'initial').length, soon)
    .toBeGreaterThan(2);
  expect(events()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'interaction', pluginId: 'plain' }),
      expect.objectContaining({ type: 'navigation', routeId: 'page:plain' }),
      expect.objectContaining({ type: 'page-load-discard', reason: 'hidden' }),
    ]),
  );
});

test('the part of the collector in the entry of the app is small', async () => {
  const files = await bundleCollector('index.tsx', [/^@backstage\//, /^react/]);
  const bytes = gzipSync(files.get('main.js')!).length;
  print(`Collector in the entry of the app: ${bytes} bytes gzipped`);
  expect(bytes).toBeLessThan(maxEntryBytes);
});

test(
  'a navigation costs the main thread little',
  { tag: '@alone' },
  async ({ visit }) => {
    const { page, events } = await visit();
    await expect.poll(() => events().length, soon).toBeGreaterThan(0);
    const measured = { scripts: /\.js$/, times: 13 };
    const cost = await costOf(page, measured, async index => {
      await follow(page, index % 2 === 0 ? 'plain' : 'home');
      // Until the page has been quiet, the collector watches it.
      await page.waitForTimeout(700);
    });
    const benchmarkIndex = await benchmarkIndexOf(page);
    // Loops run faster by the index, but what the collector asks of the browser
    // does not: about 1 ms was measured at an index of 1,200 and 0.7 to 0.9 ms at
    // 3,400. So a slow machine is excused, and a fast one has nothing to make up.
    const slowness = Math.min(1, benchmarkIndex / usualBenchmarkIndex);
    const usualCost = cost * slowness;
    print(
      `Collector on the main thread: ${cost.toFixed(
        2,
      )} ms per navigation at a benchmark ` +
        `index of ${Math.round(benchmarkIndex)}, which is ${usualCost.toFixed(
          2,
        )} ms at ` +
        `${usualBenchmarkIndex} or more`,
    );
    expect(usualCost).toBeLessThan(maxCostMs);
  },
);
