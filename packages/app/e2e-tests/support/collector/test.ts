import { randomUUID } from 'node:crypto';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { CollectorPages } from './CollectorPages';

/** Somebody with a browser profile of their own. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What is reported of them, each batch once. */
  events(): CollectedEvent[];
}

interface VisitOptions {
  path?: string;
  /** Whether the browser reports navigations inside a document. */
  softNavigations?: boolean;
}

interface Fixtures {
  visit(options?: VisitOptions): Promise<Visitor>;
}

// Since they are a standard part of it, Chromium has no switch for them.
function hideSoftNavigations() {
  const hidden = ['soft-navigation', 'interaction-contentful-paint'];
  const types = PerformanceObserver.supportedEntryTypes;
  Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', {
    value: types.filter(type => !hidden.includes(type)),
  });
  Reflect.deleteProperty(globalThis, 'PerformanceSoftNavigation');
}

/** Playwright's `test` with pages around the collector, and their visitors. */
export const test = base.extend<Fixtures, { pages: CollectorPages }>({
  pages: [
    // Playwright reads from the pattern that this needs no other fixture.
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const pages = await CollectorPages.start();
      await provide(pages);
      pages.stop();
    },
    { scope: 'worker' },
  ],

  visit: async ({ browser, pages }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async ({ path = '/', softNavigations = true } = {}) => {
      const context = await browser.newContext({ baseURL: pages.baseUrl });
      contexts.push(context);
      const person = `user:default/${randomUUID()}`;
      await context.addInitScript(
        name => localStorage.setItem('person', name),
        person,
      );
      if (!softNavigations) {
        await context.addInitScript(hideSoftNavigations);
      }
      const page = await context.newPage();
      await page.goto(path);
      return { context, page, events: () => pages.eventsOf(person) };
    });
    for (const context of contexts) {
      await context.close();
    }
  },
});
