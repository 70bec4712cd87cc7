import { setTimeout as delay } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { openFromSidebar, people, test, tileIn, type Portal } from './support';

// Unknown until the developers are first read, after a minute.
const patience = { timeout: 90_000 };

function activeToday({ directory }: Portal): number {
  return directory.readNumber('select count(*) from person_days');
}

async function lookAround(page: Page) {
  await openFromSidebar(page, 'Catalog');
  // The table is drawn anew while its rows arrive.
  const first = page.getByRole('table').getByRole('link').first();
  await first.click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/catalog\/default\/component\//);
}

async function search(page: Page, term: string) {
  const menu = page.getByTestId('sidebar-root');
  await menu.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(term);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?/);
}

async function untilReported(page: Page) {
  await page.waitForResponse(
    response =>
      response.url().endsWith('/api/adoption-metrics/v1/events') &&
      response.ok(),
  );
}

test('people who use the portal are counted, each once', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ automatedBrowsers: true });
  const developers = async () =>
    (await portal.metric('active-users')).denominator;
  await expect.poll(developers, patience).toBeDefined();
  const ada = await signIn(portal, people.ada);

  await test.step('signing in and opening the home page is no use', async () => {
    await Promise.all([untilReported(ada), ada.reload()]);
    expect(activeToday(portal)).toBe(0);
  });

  await test.step('two people look around', async () => {
    await lookAround(ada);
    await expect.poll(() => activeToday(portal), patience).toBe(1);
    const mei = await signIn(portal, people.mei);
    await openFromSidebar(mei, 'APIs');
    await search(mei, 'payment');
    await expect.poll(() => activeToday(portal), patience).toBe(2);
  });

  await test.step('the card does not say so of so few', async () => {
    await openFromSidebar(ada, 'Home');
    await ada.reload();
    await expect(tileIn(ada, 'Active users')).not.toContainText('today');
  });

  await test.step('coming back the same day counts once', async () => {
    await Promise.all([untilReported(ada), lookAround(ada)]);
    expect(activeToday(portal)).toBe(2);
  });

  await test.step('tomorrow, today is a closed day with both', async () => {
    const day = (await portal.series('active-users')).to;
    await portal.stop();
    await portal.start({ automatedBrowsers: true, clockOffset: 'P1D' });
    const dailyActive = async () =>
      (await portal.metric('active-users')).facts['daily-active'];
    await expect.poll(dailyActive, { timeout: 90_000 }).toBe(2);
    const { points } = await portal.series('active-users');
    expect(points.find(({ from }) => from === day)).toMatchObject({
      numerator: 2,
    });
  });

  await test.step('nobody is named in what is kept', () => {
    const traces = portal.directory.readTraces().toLocaleLowerCase('en-US');
    expect(traces).toContain('person_days');
    for (const { name, userEntityRef } of Object.values(people)) {
      expect(traces).not.toContain(name.toLocaleLowerCase('en-US'));
      expect(traces).not.toContain(userEntityRef.split('/')[1]);
    }
  });
});

test('automated browsers are nobody', async ({ startPortal, signIn }) => {
  const portal = await startPortal();
  const page = await signIn(portal, people.jonas);
  const reports: string[] = [];
  page.on('request', request => {
    if (request.url().endsWith('/v1/events')) {
      reports.push(request.url());
    }
  });

  await lookAround(page);
  // Longer than browsers keep what they report; nothing says that none will.
  await delay(7_000);
  await page.goto('about:blank');

  expect(reports).toEqual([]);
  await expect.poll(() => activeToday(portal), patience).toBe(0);
});
