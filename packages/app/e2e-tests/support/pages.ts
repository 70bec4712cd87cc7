import { expect, type Page } from '@playwright/test';

/** The scorecard of the homepage. */
export function cardIn(page: Page) {
  return page.getByRole('region', { name: 'Adoption scorecard' });
}

/** One metric of the scorecard, by its name or the beginning of it. */
export function tileIn(page: Page, name: string) {
  return cardIn(page).getByRole('article', { name });
}

/** Follows a link of the main menu. */
export async function openFromSidebar(page: Page, name: string) {
  await page
    .getByTestId('sidebar-root')
    .getByRole('link', { name, exact: true })
    .click();
}

/**
 * Waits until a page shows what it has, everything below the fold as well, which is
 * loaded as it comes into view.
 */
export async function untilComplete(page: Page) {
  const waiting = page
    .locator('main')
    .locator('.bui-Skeleton, [role=progressbar]');
  await expect(async () => {
    await page.locator('main').or(cardIn(page)).first().waitFor();
    for (const each of await waiting.all()) {
      await each.scrollIntoViewIfNeeded({ timeout: 1_000 });
    }
    await expect(waiting).toHaveCount(0, { timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
}
