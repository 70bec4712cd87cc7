import type { Page } from '@playwright/test';

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
