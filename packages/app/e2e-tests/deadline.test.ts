import { expect } from '@playwright/test';
import type { ProgrammeReport } from 'backstage-plugin-adoption-metrics-common';
import { cardIn, people, test, type Portal } from './support';

async function stateOf(portal: Portal) {
  return (await portal.get<ProgrammeReport>('/programme')).state;
}

test('a deadline at risk: on the card, on its page, among the notifications', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true });
  await expect
    .poll(() => stateOf(portal), { timeout: 240_000 })
    .toBe('at-risk');
  const page = await signIn(portal, people.priya);

  const footer = cardIn(page).getByLabel('Deadline');
  await expect(footer.getByText('at risk', { exact: true })).toBeVisible();
  await expect(footer).toContainText(/\d+ days left/);
  await expect(footer).toContainText('Needs acceleration');
  await expect(footer.getByRole('img')).toBeVisible();

  await footer.getByRole('link', { name: 'What would change this?' }).click();
  await expect(page).toHaveURL(/\/adoption\/programme$/);
  const week = page.getByRole('region', { name: /^As of the week to/ });
  await expect(week.getByText('People still needed')).toBeVisible();
  const alerts = page.getByRole('region', { name: 'Alerts', exact: true });
  // A milestone may be told beside it: 59 days are left in some months.
  const told = alerts
    .getByRole('row', { name: 'The adoption deadline is at risk' })
    .getByText('notifications: sent');
  await expect(async () => {
    await page.reload();
    await expect(told).toBeVisible();
  }).toPass({ timeout: 180_000 });

  await page.goto('/notifications');
  await expect(
    page.getByText('The adoption deadline is at risk').first(),
  ).toBeVisible();
});
