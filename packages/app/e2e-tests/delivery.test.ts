import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, type Page } from '@playwright/test';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import {
  interruptions,
  openFromSidebar,
  people,
  PortalProxy,
  test,
} from './support';

// Browsers send what they gathered after five seconds.
const soon = { timeout: 30_000 };

const adoption = { name: 'Adoption', exact: true };

/** A webhook that keeps the links of what is posted to it. */
async function startReceiver() {
  const links: string[] = [];
  const server = createServer(async (request, response) => {
    links.push(((await json(request)) as { link: string }).link);
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, links, url: `http://127.0.0.1:${port}/hook` };
}

/** The events of each batch that the portal got, by its id. */
function arrivedBatches({ batches }: PortalProxy) {
  const got = batches.filter(batch => batch.passedOn);
  return new Map(got.map(({ batchId, events }) => [batchId, events]));
}

function isInitialLoad(event: CollectedEvent): boolean {
  return event.type === 'page-load' && event.kind === 'initial';
}

async function expectAdoption(page: Page, baseUrl: string) {
  await expect(page).toHaveURL(new RegExp(`^${baseUrl}/adoption(/|$)`));
  await expect(page.getByRole('heading', adoption).first()).toBeVisible();
}

test('a portal under a path, behind a proxy: links open, and reports arrive', async ({
  startPortal,
  signIn,
}) => {
  const receiver = await startReceiver();
  const proxy = await PortalProxy.start('/backstage');
  const portal = await startPortal({
    publicUrl: proxy.baseUrl,
    webhook: receiver.url,
    automatedBrowsers: true,
  });
  proxy.target = portal.baseUrl;
  const page = await signIn(portal, people.priya);

  await test.step('a deadline names someone of the catalog', async () => {
    await openFromSidebar(page, 'Adoption');
    await page.getByRole('tab', { name: 'Settings' }).click();
    const form = page.getByRole('region', { name: 'Set a deadline' });
    await form
      .getByRole('combobox', { name: 'Add a person or group' })
      .pressSequentially('Okafor');
    await page.getByRole('option', { name: people.ada.name }).click();
    await form.getByRole('button', { name: 'Set deadline' }).click();
    await expect(
      page.getByRole('region', { name: 'Deadline settings' }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Deadline' }).click();
    await expect(
      page.getByRole('table', { name: 'Changes to the goal and deadline' }),
    ).toContainText(`notified: ${people.ada.name}`);
  });

  await test.step('a test of alerts says what arrived where', async () => {
    await page.getByRole('tab', { name: 'Alerts and reports' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(
      page.getByText('3 of 3 test messages delivered.'),
    ).toBeVisible();
  });

  await test.step('the link of the notification opens the page', async () => {
    await page.goto(`${proxy.baseUrl}/notifications`);
    await page
      .getByRole('link', { name: 'Test: adoption alerts reach you here' })
      .first()
      .click();
    await expectAdoption(page, proxy.baseUrl);
  });

  await test.step('so does that of the webhook', async () => {
    await page.goto('about:blank');
    const [link] = receiver.links;
    await page.goto(link);
    await expectAdoption(page, proxy.baseUrl);
  });

  await test.step('what a proxy answers for the portal confirms no report', async () => {
    for (const kind of Object.values(interruptions)) {
      proxy.interruptions.push(kind);
      await openFromSidebar(page, 'Home');
      await expect.poll(() => proxy.interruptions.length, soon).toBe(0);
      // The next page tries at once what this one would wait with.
      await page.reload();
    }
    const kept = proxy.batches.filter(({ passedOn }) => !passedOn);
    expect(kept).toHaveLength(4);
    for (const { batchId } of kept) {
      const hasArrived = () => arrivedBatches(proxy).has(batchId);
      await expect.poll(hasArrived, soon).toBe(true);
    }
  });

  await test.step('each counts once, however often it was sent', async () => {
    await page.goto('about:blank');
    await page.waitForTimeout(1_000);
    const loads = [...arrivedBatches(proxy).values()]
      .flat()
      .filter(isInitialLoad);
    expect(loads.length).toBeGreaterThan(0);
    const counted = () =>
      portal.directory.readNumber(
        "select sum(loads) from page_load_counts where kind = 'initial'",
      );
    await expect.poll(counted, soon).toBe(loads.length);
  });
  proxy.stop();
  receiver.server.close();
});
