import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
// The list of the whole repository, which its other tests use as well.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { findPrivateWords } from '../../toolchain/lib/words.mjs';
import {
  cardIn,
  layoutFaultsOf,
  people,
  repository,
  test,
  untilComplete,
  untilMeasured,
  whatScrollsSideways,
} from './support';
import {
  faultsOfBackstage,
  findFaults,
  lostOnPaper,
  markDrawings,
  movingParts,
  printedControls,
  vanishedDrawings,
  walk,
} from './support/accessibility';

const schemes = ['light', 'dark'] as const;
const widths = [1440, 1024, 390] as const;

/** Pages beside those that have tabs. */
const besideTabs = ['/adoption/report', '/adoption/me'];

/** Keeps the count of notifications, which come when they come, off the menu. */
async function withoutNotifications(page: Page) {
  await page.route('**/api/notifications/status', route =>
    route.fulfill({ json: { unread: 0, read: 0 } }),
  );
  await page.reload();
}

async function pathsOf(page: Page): Promise<string[]> {
  await page.goto('/adoption');
  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  const links = await tabs.evaluateAll(all =>
    all.map(each => each.getAttribute('href') ?? ''),
  );
  return [...links, ...besideTabs];
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

type Media = Parameters<Page['emulateMedia']>[0];

/** Changes what the media queries of a page see, without loading it again. */
async function emulate(page: Page, media: Media) {
  await page.emulateMedia(media);
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => resolve(null))),
  );
}

/** Another theme draws the page anew. */
async function draw(page: Page, colorScheme: (typeof schemes)[number]) {
  await emulate(page, { colorScheme });
  await untilComplete(page);
}

async function ourFaults(page: Page, within?: string) {
  const faults = await findFaults(page, within);
  return faults.filter(({ known }) => known < 0);
}

async function expectNoFaults(page: Page, name: string, within?: string) {
  for (const colorScheme of schemes) {
    await draw(page, colorScheme);
    await page
      .locator(within ?? 'main')
      .first()
      .waitFor();
    const faults = await ourFaults(page, within);
    expect.soft(faults, `${name}, ${colorScheme}`).toEqual([]);
  }
  await emulate(page, { colorScheme: 'light' });
}

/** In every width, as readers would see it. */
async function keepPictures(
  page: Page,
  name: { language: string; page: string; colorScheme: string },
) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({
      path: join(
        repository,
        'e2e-test-report/pages',
        name.language,
        `${name.page}-${width}-${name.colorScheme}.jpg`,
      ),
      type: 'jpeg',
      quality: 70,
      fullPage: true,
      animations: 'disabled',
    });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** What is between the margins of A4, in pixels. */
const paper = { width: 703, height: 1032 };

/** Pages that say how things stand, on screen and on paper. */
const verdicts: Partial<Record<string, RegExp>> = {
  overview: /targets (is|are) met/,
  'active-users': /below target/,
  'page-load': /above target/,
  uptime: /(on|below) target/,
  catalog: /above target/,
  deadline: /at risk/,
  decision: /too early to decide/,
  report: /0 of 4 targets met/,
};

/** What readers choose in their browser; 16 is usual. */
async function setLetters(page: Page, pixels: number) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels } });
  await session.detach();
}

async function expectToBeReadable(
  page: Page,
  name: string,
  enlarge: () => Promise<void>,
) {
  await enlarge();
  await untilComplete(page);
  expect.soft(await whatScrollsSideways(page), name).toEqual([]);
  expect.soft(await layoutFaultsOf(page.locator('main')), name).toEqual([]);
}

async function expectToPrint(page: Page, name: string) {
  const said = await page.locator('main th').allInnerTexts();
  await page.pdf({
    path: join(repository, 'e2e-test-report/pages/en', `${name}.pdf`),
    preferCSSPageSize: true,
  });
  await emulate(page, { media: 'print' });
  await page.setViewportSize(paper);
  expect.soft(await printedControls(page), `${name} on paper`).toEqual([]);
  expect.soft(await lostOnPaper(page, said), `${name} on paper`).toEqual([]);
  await expect.soft(page.getByRole('heading').first()).toBeVisible();
  const main = page.locator('main');
  await expect.soft(main).toContainText(/\b20\d\d\b/);
  await expect.soft(main).toContainText(verdicts[name] ?? '');
  await page.setViewportSize({ width: 1440, height: 900 });
  await emulate(page, { media: 'screen' });
}

/** What is drawn stays visible where the system chooses the colors. */
async function expectToKeepDrawings(page: Page, name: string) {
  await markDrawings(page);
  await emulate(page, { forcedColors: 'active' });
  expect
    .soft(await vanishedDrawings(page), `${name} in forced colors`)
    .toEqual([]);
  await page.screenshot({
    path: join(repository, 'e2e-test-report/pages/en', `${name}-forced.jpg`),
    type: 'jpeg',
    quality: 70,
    fullPage: true,
  });
  await emulate(page, { forcedColors: 'none' });
}

/** What a key opens, another closes, and the focus is where it was. */
async function expectToOpenByKey(page: Page, opener: Locator, opened: Locator) {
  await opener.scrollIntoViewIfNeeded();
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(opened).toBeVisible();
  await expect(opener).not.toBeFocused();
  expect.soft(await ourFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(opener).toBeFocused();
}

test('every page in light and dark, by keyboard, and on paper', async ({
  startPortal,
  signIn,
}) => {
  // Many pages, each in many ways: minutes on a busy machine.
  test.setTimeout(1_200_000);
  const portal = await startPortal({ sampleHistory: true });
  await untilMeasured(portal);
  const page = await signIn(portal, people.priya, {
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
  });

  await withoutNotifications(page);
  await cardIn(page).waitFor();

  await test.step('the card', () =>
    expectNoFaults(page, 'card', 'section[aria-labelledby]'));

  await test.step('the card in a narrow cell, and that of an entity', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoFaults(page, 'narrow card', 'section[aria-labelledby]');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/catalog/default/component/landing-pages');
    const card = page.getByRole('region', { name: 'Staleness' });
    await expect(card).toContainText('stale');
    await expectNoFaults(page, 'entity card', 'section[aria-labelledby]');
  });

  await test.step('faults of Backstage itself', async () => {
    expect(faultsOfBackstage.length).toBeLessThanOrEqual(10);
    const found = new Set<number>();
    for (const path of new Set(faultsOfBackstage.map(each => each.page))) {
      await page.goto(path);
      const parts = faultsOfBackstage.filter(each => each.page === path);
      for (const { part } of parts) {
        await page.locator(part).first().waitFor({ state: 'attached' });
      }
      const faults = await findFaults(page);
      faults.forEach(({ known }) => found.add(known));
    }
    const gone = faultsOfBackstage.filter((_, index) => !found.has(index));
    expect(gone).toEqual([]);
  });

  for (const path of await pathsOf(page)) {
    const name = nameOf(path);
    await test.step(name, async () => {
      await page.goto(path);
      await untilComplete(page);
      expect.soft(await movingParts(page), `${name} moves`).toEqual([]);
      for (const colorScheme of schemes) {
        await draw(page, colorScheme);
        expect
          .soft(await ourFaults(page), `${name}, ${colorScheme}`)
          .toEqual([]);
      }
      await draw(page, 'light');
      expect
        .soft(await walk(page), `${name} by keyboard`)
        .toEqual({ missed: [], unseen: [], left: true });
      const said = await page.locator('main').innerText();
      expect.soft(findPrivateWords(said), `${name} in words`).toEqual([]);
      await expectToKeepDrawings(page, name);
      await expectToPrint(page, name);
      for (const colorScheme of schemes) {
        await draw(page, colorScheme);
        await keepPictures(page, { language: 'en', page: name, colorScheme });
      }
      await emulate(page, { colorScheme: 'light' });
    });
  }

  await test.step('what opens and closes', async () => {
    await page.goto('/adoption/active-users');
    await untilComplete(page);
    await expectToOpenByKey(
      page,
      page.getByRole('button', { name: /Metric/ }).first(),
      page.getByRole('listbox'),
    );
    const range = page.getByRole('radiogroup', { name: 'Date range' });
    await range.getByRole('radio', { name: '90 days' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/[?&]range=/);
    const details = page.locator('summary', { hasText: 'How it is measured' });
    await details.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Definition, version 1')).toBeVisible();

    await page.goto('/adoption/settings');
    await expectToOpenByKey(
      page,
      page.getByRole('button', { name: 'Remove deadline' }),
      page.getByRole('group', { name: 'Remove deadline' }),
    );
    // Another theme draws the page anew, and closes what is open.
    await emulate(page, { colorScheme: 'dark' });
    await page.goto('/adoption/decision');
    await untilComplete(page);
    await expectToOpenByKey(
      page,
      page.getByRole('button', { name: 'Plan a proof of concept' }),
      page.getByRole('group', { name: 'Plan a proof of concept' }),
    );
  });
});

test('every page in German', async ({ startPortal, signIn }) => {
  test.setTimeout(1_200_000);
  const portal = await startPortal({ sampleHistory: true });
  await untilMeasured(portal);
  const page = await signIn(portal, people.priya, {
    viewport: { width: 1440, height: 900 },
  });
  await withoutNotifications(page);
  await page.evaluate(() => localStorage.setItem('language', 'de'));
  await page.goto('/');
  await expect(page.getByText('Aktive Nutzer').first()).toBeVisible();
  for (const path of await pathsOf(page)) {
    await test.step(nameOf(path), async () => {
      await page.goto(path);
      for (const colorScheme of schemes) {
        await draw(page, colorScheme);
        const name = { language: 'de', page: nameOf(path), colorScheme };
        await keepPictures(page, name);
      }
      await expectToBeReadable(page, `${path} at 200% zoom`, async () => {
        await page.setViewportSize({ width: 720, height: 450 });
      });
      await page.setViewportSize({ width: 1440, height: 900 });
      await expectToBeReadable(page, `${path} in large letters`, () =>
        setLetters(page, 32),
      );
      await setLetters(page, 16);
    });
  }
});

test('what there is without data, access or an answer', async ({
  startPortal,
  signIn,
}) => {
  test.setTimeout(1_200_000);
  const portal = await startPortal();
  const page = await signIn(portal, people.priya, {
    viewport: { width: 1440, height: 900 },
  });

  await withoutNotifications(page);

  await test.step('without data', async () => {
    for (const path of await pathsOf(page)) {
      await page.goto(path);
      await untilComplete(page);
      await expectNoFaults(page, `${path} empty`);
    }
  });

  await test.step('with an error', async () => {
    await page.route('**/api/adoption-metrics/**', route =>
      route.fulfill({ status: 503, json: { error: { message: 'Busy' } } }),
    );
    await page.goto('/');
    await expect(
      cardIn(page).or(page.getByRole('alert')).first(),
    ).toBeVisible();
    for (const path of await pathsOf(page)) {
      await page.goto(path);
      await untilComplete(page);
      await expect(page.getByRole('alert').first()).toBeVisible();
      await expectNoFaults(page, `${path} failed`);
    }
    await page.unroute('**/api/adoption-metrics/**');
  });

  await test.step('without access', async () => {
    await page.route('**/api/permission/authorize', route =>
      route.fulfill({ json: deny(route.request().postDataJSON()) }),
    );
    await page.goto('/adoption');
    await expect(page.getByText(/permission/).first()).toBeVisible();
    expect(await ourFaults(page)).toEqual([]);
  });
});

interface Questions {
  items: Array<{ id: string }>;
}

/** What a policy answers that allows nothing. */
function deny({ items }: Questions) {
  return { items: items.map(({ id }) => ({ id, result: 'DENY' })) };
}
