import { expect, type Locator, type Page } from '@playwright/test';
import { cardIn, people, test, untilDeadlineIs, type Portal } from './support';

const DAY = 24 * 60 * 60 * 1_000;

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
}

test('a deadline at risk: on the card, on its page, among the notifications', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true });
  await untilDeadlineIs(portal, 'at-risk');
  const page = await signIn(portal, people.priya);

  const footer = cardIn(page).getByLabel('Deadline');
  await expect(footer.getByText('at risk', { exact: true })).toBeVisible();
  await expect(footer).toContainText(/\d+ days left/);
  await expect(footer).toContainText('Probability of meeting the 30% goal');
  await expect(footer.getByRole('img')).toBeVisible();

  await footer.getByRole('link', { name: 'View recovery plan' }).click();
  await expect(page).toHaveURL(/\/adoption\/deadline$/);
  const forecast = page.getByRole('region', { name: 'Forecast' });
  await expect(forecast.getByText('More users needed')).toBeVisible();
  await expect(
    page.getByRole('table', { name: /^Status of the deadline/ }),
  ).toContainText('at risk');
  await page.getByRole('tab', { name: 'Alerts and reports' }).click();
  const alerts = page.getByRole('region', { name: 'Alerts', exact: true });
  // A milestone may be notified of beside it: 59 days are left in some months.
  const sent = alerts
    .getByRole('row', { name: 'The adoption deadline is at risk' })
    .getByText('Notifications: sent');
  await expect(async () => {
    await page.reload();
    await expect(sent).toBeVisible();
  }).toPass({ timeout: 180_000 });

  await page.goto('/notifications');
  await expect(
    page.getByText('The adoption deadline is at risk').first(),
  ).toBeVisible();

  await tryCandidates(page, portal);
});

/** Two teams try a candidate each; the faster one wins. */
async function tryCandidates(page: Page, portal: Portal) {
  await page.goto('/adoption/decision');
  const proof = page.getByRole('region', { name: 'Proof of concept' });
  const plan = proof.getByRole('button', { name: 'Plan a proof of concept' });
  await scrollTo(proof, plan);
  await plan.click();
  // Two weeks of trials and two of evaluation, which ended yesterday.
  await proof.getByLabel('First day').fill(daysAgo(28));
  await proof
    .getByRole('combobox', { name: 'Candidates' })
    .selectOption('In the same weeks');
  const candidates = [
    { portal: 'port', name: 'Port', team: 'checkout', day: 6 },
    { portal: 'cortex', name: 'Cortex', team: 'payments', day: 11 },
  ];
  for (const [index, { name, team }] of candidates.entries()) {
    const row = proof.getByRole('group', { name: `Candidate ${index + 1}` });
    await row
      .getByRole('combobox', { name: 'Portal', exact: true })
      .selectOption(name);
    await row.getByRole('combobox', { name: /^Team/ }).fill(team);
    await page
      .getByRole('option', { name: new RegExp(`^${team}`, 'i') })
      .click();
  }
  await proof.getByRole('button', { name: 'Plan', exact: true }).click();
  await expect(proof).toContainText('No winner: no candidate reached 30%');

  for (const { portal: id, team, day } of candidates) {
    const [first, ...others] = await portal.membersOf(`group:default/${team}`);
    const days = Array.from({ length: 14 }, (_, index) => ({
      day: daysAgo(28 - index),
      people: index === day - 1 ? others : [first],
    }));
    const { unknown } = await portal.postPortalActivity(id, days);
    expect(unknown).toBe(0);
  }
  await page.reload();
  const winner =
    'Port wins: it reached 30% of its team on day 6; Cortex on day 11.';
  await scrollTo(proof, proof.getByText(winner));
  await expect(proof).toContainText('New things get tried');
}

/** What is in a section is there once it is seen; what is above it may grow. */
async function scrollTo(section: Locator, content: Locator) {
  await expect(async () => {
    await section.scrollIntoViewIfNeeded();
    await expect(content).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

test('a deadline missed: five steps, five conditions, and a decision', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true, story: 'failed' });
  await untilDeadlineIs(portal, 'missed');
  const page = await signIn(portal, people.priya);
  const card = cardIn(page);
  await expect(card).toContainText('12 of 150');
  await expect(card).toContainText('0 of 4 targets met');
  const decide = card.getByRole('link', { name: 'Make a decision' });
  await decide.click();
  await expect(page).toHaveURL(/\/adoption\/decision$/);

  const checklist = page.getByRole('region', { name: /^Recovery checklist/ });
  // A weekly digest that is due counts as sent once it is.
  await expect(checklist).toContainText(/[12] of 5 steps completed/);
  await expect(checklist).toContainText('0 of 5 conditions met');
  const recommendation = page.getByRole('region', { name: 'Recommendation' });
  await expect(
    recommendation.getByText('switch', { exact: true }),
  ).toBeVisible();
  await expect(recommendation).toContainText('Port is recommended');
  const decision = page.getByRole('region', { name: 'Record the decision' });
  await decision.getByLabel('Port', { exact: true }).check();
  await decision
    .getByLabel('Decided by, and why')
    .fill('The board: too few of us');
  await decision.getByRole('button', { name: /^Save/ }).click();

  await expect(recommendation).toContainText(/Decided on .*: Port\./);
  await expect(
    decision.getByRole('row', { name: /^Port .* The board: too few of us/ }),
  ).toBeVisible();
  await recommendation.getByRole('link', { name: 'View deadline' }).click();
  await expect(
    page.getByRole('table', { name: 'Annotations of the last year' }),
  ).toContainText('The board: too few of us (decided: Port)');
  await page.goto('/');
  await expect(cardIn(page)).toContainText('Decision: Port');
});
