import {
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { PortalOptions } from './configuration';
import type { Person } from './people';
import { Portal } from './Portal';

interface Journey {
  /** Starts a portal that lives as long as the test. */
  startPortal(options?: PortalOptions): Promise<Portal>;
  /** Signs somebody in with a browser profile of their own. */
  signIn(
    portal: Portal,
    person: Person,
    options?: BrowserContextOptions,
  ): Promise<Page>;
}

/** Playwright's `test` with portals and people. */
export const test = base.extend<Journey>({
  // Playwright reads from the pattern that this needs no other fixture.
  // eslint-disable-next-line no-empty-pattern
  startPortal: async ({}, provide, testInfo) => {
    const portals: Portal[] = [];
    await provide(async options => {
      const portal = new Portal();
      portals.push(portal);
      await portal.start(options);
      return portal;
    });
    for (const portal of portals) {
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('backend.txt', {
          body: portal.directory.readLog(),
        });
      }
      await portal.dispose();
    }
  },

  signIn: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (portal, person, options) => {
      const context = await browser.newContext({
        baseURL: portal.publicUrl,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(portal.publicUrl);
      await page.getByRole('button', { name: person.name }).click();
      await page.getByRole('region', { name: 'Adoption scorecard' }).waitFor();
      return page;
    });
    for (const context of contexts) {
      await context.close();
    }
  },
});
