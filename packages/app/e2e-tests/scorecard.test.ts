import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type {
  DeadlineReport,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import {
  cardIn,
  openFromSidebar,
  people,
  repository,
  test,
  type Portal,
} from './support';

const names = ['Active users', 'Page load', 'Uptime', 'Stale entities'];

async function expectFourMetrics(page: Page) {
  const card = cardIn(page);
  await expect(card.getByRole('article')).toHaveCount(names.length);
  for (const name of names) {
    await expect(card.getByRole('article', { name })).toContainText('target');
  }
  await expect(card).toContainText('Demo data');
}

/** A catalog that is still being read is no picture of the company. */
async function untilCatalogIsWhole(portal: Portal) {
  const entities = portal.directory.countEntities(
    /^kind: (Component|API|Resource|System|Domain)$/gm,
  );
  await expect
    .poll(async () => (await portal.metric('stale-entities')).denominator, {
      timeout: 120_000,
    })
    .toBe(entities);
}

/** Weeks of the demo data are evaluated after the start, one after the other. */
async function untilForecast(portal: Portal) {
  await expect
    .poll(async () => (await portal.get<DeadlineReport>('/deadline')).state, {
      timeout: 240_000,
    })
    .toBe('at-risk');
}

async function brokenRules(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-labelledby]')
    .analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
}

async function keepPicture(page: Page, name: string) {
  await page.mouse.move(0, 0);
  await cardIn(page).screenshot({
    path: join(repository, 'docs/images', name),
    animations: 'disabled',
  });
}

async function readPages(page: Page) {
  await cardIn(page).getByRole('link', { name: 'Details' }).click();
  await expect(page).toHaveURL(/\/adoption(\/overview)?$/);
  await expect(page.getByText(/of 4/).first()).toBeVisible();
  await openFromSidebar(page, 'Home');
  await openFromSidebar(page, 'Adoption');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page).toHaveTitle('Settings · Adoption');
  await expect(
    page.getByRole('heading', { name: 'Definitions' }),
  ).toBeVisible();
  await expect(page.getByText(/version 1, in effect since/)).toHaveCount(4);
  await expect(
    page.getByRole('list', { name: 'Checks' }).getByRole('listitem').first(),
  ).toBeVisible();
}

async function expectExamplesToAnswer(portal: Portal) {
  const scorecard = await portal.get<Scorecard>('/scorecard');
  expect(scorecard.metrics.map(({ id }) => id)).toEqual([
    'active-users',
    'page-load',
    'uptime',
    'stale-entities',
  ]);
  expect(scorecard.sampleHistory).not.toBeNull();
  const csv = await portal.request('/metrics/active-users/series?format=csv');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect((await csv.text()).trim().split('\n').length).toBeGreaterThan(80);
  expect((await portal.request('/openapi.json')).status).toBe(200);
  expect((await fetch(portal.addressOf('/scorecard'))).status).toBe(401);
}

test('the scorecard of nine months, on the homepage and behind it', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true });
  await untilCatalogIsWhole(portal);
  await untilForecast(portal);

  for (const [colorScheme, picture] of [
    ['light', 'scorecard.png'],
    ['dark', 'scorecard-dark.png'],
  ] as const) {
    await test.step(`the card in ${colorScheme} colors`, async () => {
      const page = await signIn(portal, people.priya, {
        colorScheme,
        deviceScaleFactor: 2,
      });
      await expectFourMetrics(page);
      expect(await brokenRules(page)).toEqual([]);
      await keepPicture(page, picture);
    });
  }

  await test.step('the pages', async () => {
    await readPages(await signIn(portal, people.ada));
  });
  await test.step('the REST API', () => expectExamplesToAnswer(portal));
});
