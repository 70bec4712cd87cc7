import { expect, type Page } from '@playwright/test';
import { people, test, untilDeadlineIs } from './support';

/** Pages of what Chromium prints, on paper of A4. */
async function printedPages(page: Page): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true });
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('the report: everything to decide by, on two pages of A4', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true, story: 'failed' });
  await untilDeadlineIs(portal, 'missed');
  const page = await signIn(portal, people.priya);

  // From the card to what to do now, and on to the report.
  await page.getByRole('link', { name: 'Make a decision' }).click();
  await expect(page).toHaveURL(/\/adoption\/decision$/);
  await page.getByRole('link', { name: 'View report' }).click();
  const report = page.getByRole('article', {
    name: /^Developer portal adoption, /,
  });
  await expect(report).toContainText('0 of 4 targets met');
  await expect(report.getByRole('region', { name: 'Costs' })).toBeVisible();
  await expect(report.getByRole('region', { name: 'Options' })).toBeVisible();
  await expect(report).toContainText('No decision yet.');

  expect(await printedPages(page)).toBe(2);
  await page.emulateMedia({ media: 'print' });
  await expect(report).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});
