import { expect } from '@playwright/test';
import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { cardIn, people, test, type Portal } from './support';

async function stateOf(portal: Portal) {
  return (await portal.get<DeadlineReport>('/deadline')).state;
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
  await expect(footer).toContainText('At risk: at this pace');
  await expect(footer.getByRole('img')).toBeVisible();

  await footer.getByRole('link', { name: 'View recovery plan' }).click();
  await expect(page).toHaveURL(/\/adoption\/deadline$/);
  const week = page.getByRole('region', { name: /^Week ending/ });
  await expect(week.getByText('More users needed')).toBeVisible();
  const alerts = page.getByRole('region', { name: 'Alerts', exact: true });
  // A milestone may be notified of beside it: 59 days are left in some months.
  const sent = alerts
    .getByRole('row', { name: 'The adoption deadline is at risk' })
    .getByText('notifications: sent');
  await expect(async () => {
    await page.reload();
    await expect(sent).toBeVisible();
  }).toPass({ timeout: 180_000 });

  await page.goto('/notifications');
  await expect(
    page.getByText('The adoption deadline is at risk').first(),
  ).toBeVisible();
});

test('a deadline missed: five steps, five conditions, and a decision', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true, story: 'failed' });
  await expect.poll(() => stateOf(portal), { timeout: 240_000 }).toBe('missed');
  const page = await signIn(portal, people.priya);
  const card = cardIn(page);
  await expect(card).toContainText('12 of 150');
  await expect(card).toContainText('0 of 4 targets met');
  const decide = card.getByRole('link', { name: 'Make a decision' });
  await decide.click();
  await expect(page).toHaveURL(/\/adoption\/decision$/);

  const checklist = page.getByRole('region', { name: /^Recovery checklist/ });
  await expect(checklist).toContainText('1 of 5 steps completed');
  await expect(checklist).toContainText('0 of 5 conditions met');
  const port = checklist.getByRole('listitem').filter({ hasText: /Port/ });
  await expect(port).toContainText(
    /^fits.*fewer than 500 developers; you have 150/,
  );
  const decision = page.getByRole('region', { name: 'Make a decision' });
  await decision.getByLabel(/^Another product/).check();
  await decision
    .getByLabel('Decided by, and why')
    .fill('The board: too few of us');
  await decision.getByRole('button', { name: /^Save/ }).click();

  const decided = /Decision on .*: another product\./;
  const deadline = page.getByRole('region', { name: 'Deadline', exact: true });
  await expect(deadline).toContainText(decided);
  await expect(decision).toHaveCount(0);
  await deadline.getByRole('link', { name: 'View deadline' }).click();
  await expect(
    page.getByRole('table', { name: 'Annotations of the last year' }),
  ).toContainText('The board: too few of us (decided: another product)');
  await page.goto('/');
  await expect(cardIn(page)).toContainText(decided);
});
