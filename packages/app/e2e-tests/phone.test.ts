import { expect } from '@playwright/test';
import { people, test, untilComplete, whatScrollsSideways } from './support';

const phone = { width: 390, height: 844 };

const tabs = [
  'overview',
  'active-users',
  'page-load',
  'uptime',
  'catalog',
  'deadline',
  'decision',
  'alerts',
  'settings',
].map(name => `/adoption/${name}`);

const otherPages = [
  '/',
  '/adoption/report',
  '/adoption/me',
  '/settings/adoption',
  '/catalog/default/component/payments-api',
];

test('on a phone: every page can be read without scrolling sideways', async ({
  startPortal,
  signIn,
}) => {
  test.setTimeout(600_000);
  const portal = await startPortal({ sampleHistory: true });
  const page = await signIn(portal, people.ada, { viewport: phone });
  for (const language of ['en', 'de']) {
    await page.evaluate(
      chosen => localStorage.setItem('language', chosen),
      language,
    );
    for (const path of [...tabs, ...otherPages]) {
      await test.step(`${path} in ${language}`, async () => {
        await page.goto(path);
        await untilComplete(page);
        expect.soft(await whatScrollsSideways(page)).toEqual([]);
      });
    }
    for (const path of tabs) {
      await test.step(`the tab of ${path} in ${language}`, async () => {
        await page.goto(path);
        const tab = page.getByRole('tab', { selected: true });
        await expect(tab).toBeInViewport({ ratio: 0.95 });
      });
    }
  }
});

test('on a phone: a row of a table is a list that says what is what, and is sorted', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true });
  const page = await signIn(portal, people.ada, { viewport: phone });
  await page.goto('/adoption/settings#export');
  const row = page
    .getByRole('table', { name: 'Tables to export' })
    .getByRole('row', { name: /^Active users: Teams .*\/activity\/teams / });
  await expect(row.getByRole('rowheader')).toHaveText('Active users: Teams');
  const path = row.getByRole('cell').first();
  await expect(path).toHaveCSS('display', 'grid');
  const label = await path.evaluate(
    cell => getComputedStyle(cell, '::before').content,
  );
  expect(label).toBe('"API path"');

  await page.goto('/adoption/active-users');
  const teams = page.getByRole('table', {
    name: 'Active users by team',
    exact: true,
  });
  await teams.getByRole('button', { name: 'Team' }).click();
  await expect(
    teams.getByRole('columnheader', { name: 'Team' }),
  ).toHaveAttribute('aria-sort', 'ascending');
});
