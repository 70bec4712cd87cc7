import { expect } from '@playwright/test';
import { people, test, type Portal } from './support';

const owned = ['return-service', 'returns-api'];

/** The group is still named by its members and by what it owns. */
function withoutReturnsTeam(text: string): string {
  const documents = text.split(/^---$/m);
  return documents
    .filter(document => !/name: returns[ ,]/.test(document))
    .join('---');
}

async function staleCount(portal: Portal) {
  return (await portal.metric('stale-entities')).numerator;
}

test('what a dissolved team leaves behind is stale', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal();
  // The six of the catalog's forgotten.yaml.
  await expect.poll(() => staleCount(portal), { timeout: 120_000 }).toBe(6);
  expect(JSON.stringify(await portal.detail('stale-entities'))).not.toContain(
    'return-service',
  );

  portal.directory.editCatalog('organization.yaml', withoutReturnsTeam);
  await portal.refreshEntity('group:default/returns');
  await expect
    .poll(() => staleCount(portal), { timeout: 120_000, intervals: [1_000] })
    .toBe(6 + owned.length);

  const { breakdowns } = await portal.detail('stale-entities');
  const rows = breakdowns.flatMap(breakdown => breakdown.rows);
  expect(rows).toContainEqual(
    expect.objectContaining({ id: 'owner-unknown', value: 4 + owned.length }),
  );

  const page = await signIn(portal, people.jonas);
  await page.goto('/adoption/catalog');
  for (const name of owned) {
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText('group:default/returns');
  }
  await page.getByRole('radio', { name: "Mine and my teams'" }).click();
  await expect(page.getByText('Nothing that you or your teams')).toBeVisible();
  await page.getByRole('radio', { name: 'All' }).click();

  await test.step('the address keeps the owner that was chosen', async () => {
    const owners = page.getByRole('table', { name: 'Stale entities by owner' });
    await owners.getByRole('button', { name: 'returns' }).click();
    await expect(page).toHaveURL(/[?&]owner=group/);
    await page.reload();
    const chip = page.getByRole('button', { name: /^Owner: returns/ });
    await expect(chip).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'returns', exact: true }),
    ).toBeHidden();
    await page.goBack();
    await expect(chip).toBeHidden();
  });

  await page.getByRole('link', { name: owned[0] }).click();
  await expect(page).toHaveURL(/catalog\/default\/component\/return-service/);
  const card = page.getByRole('region', { name: 'Staleness' });
  await expect(card).toContainText('stale');
  await expect(card).toContainText('group:default/returns is not in the');
});

test('an owner confirms that an entity is still accurate', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal();
  // A scan that began before the catalog was read has found nothing to confirm.
  await expect.poll(() => staleCount(portal), { timeout: 120_000 }).toBe(6);
  const page = await signIn(portal, people.jonas);
  await page.goto('/catalog/default/component/deployment-service');
  const card = page.getByRole('region', { name: 'Staleness' });
  await expect(card).toContainText('No owner has confirmed this entity yet.');
  await card.getByRole('button', { name: 'Still accurate' }).click();
  await expect(card).toContainText(
    /Confirmed on .* by user:default\/jonas\.lindqvist/,
  );

  await page.goto('/catalog/default/component/return-service');
  await expect(card).toContainText('No owner has confirmed this entity yet.');
  await expect(
    card.getByRole('button', { name: 'Still accurate' }),
  ).toBeHidden();
});
