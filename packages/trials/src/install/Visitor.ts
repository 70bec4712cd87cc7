import { setTimeout as delay } from 'node:timers/promises';
import { Browser, chromium, Page, Request } from '@playwright/test';
import { ensureBrowser } from 'toolchain/lib/browser.mjs';
import { RunningPortal } from './RunningPortal';

/** Under load, a development server takes its time for the first page. */
const PATIENCE_MS = 180_000;
const API = '/api/adoption-metrics/v1';

const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  // Containers have little shared memory, and a development bundle is large.
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A person's browser does not say that it is automated, and those that do are
  // not counted.
  '--disable-blink-features=AutomationControlled',
];

/** Somebody who opens a portal in a browser, as its people do. */
export class Visitor {
  readonly #messages: string[] = [];
  #authorization: string | undefined;

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly portal: RunningPortal,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', error => this.#messages.push(`${error.stack}`));
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) {
        this.#messages.push(message.text());
      }
    });
    page.on('request', request => this.#readAuthorization(request));
  }

  static async arrive(portal: RunningPortal): Promise<Visitor> {
    const browser = await chromium.launch({
      executablePath: await ensureBrowser(process.env),
      args: BROWSER_ARGUMENTS,
    });
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
    });
    // Nothing outside is asked; a widget of create-app asks for a joke.
    await context.route(isOutside, route =>
      route.fulfill({
        json: { setup: 'Knock, knock.', punchline: 'Come in.' },
      }),
    );
    return new Visitor(browser, await context.newPage(), portal);
  }

  /** Opens the homepage, signs in, and waits for the card. */
  async seeCard(path: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.portal.app}${path}`);
    const enter = page.getByRole('button', { name: 'Enter' });
    const card = page.getByRole('region', { name: 'Adoption scorecard' });
    await enter.or(card).first().waitFor();
    if (await enter.isVisible()) {
      await enter.click();
      // Whoever signs in at another page is led to that one.
      await card.waitFor();
    }
    await card.getByRole('article').first().waitFor();
    const tiles = await card.getByRole('article').count();
    if (tiles !== 4) {
      throw new Error(`The card shows ${tiles} metrics`);
    }
  }

  /** Goes from the sidebar to the page. */
  async openPage(): Promise<void> {
    const { page } = this;
    await page
      .getByTestId('sidebar-root')
      .getByRole('link', { name: 'Adoption', exact: true })
      .click();
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Adoption' }).first().waitFor();
  }

  /** Opens an entity and looks for the card on it. */
  async seeEntityCard(): Promise<void> {
    const { page } = this;
    await page.goto(
      `${this.portal.app}/catalog/default/component/example-website`,
    );
    await page.getByText('Staleness', { exact: true }).waitFor();
  }

  /** Does something, and waits until it is among what is held about the person. */
  async isCounted(): Promise<void> {
    await this.page.getByText('Overview', { exact: true }).first().click();
    const deadline = Date.now() + PATIENCE_MS;
    let held: Me | undefined;
    while (Date.now() < deadline) {
      held = await this.#readMe();
      if (held && countsToday(held)) {
        return;
      }
      await delay(1_000);
    }
    throw new Error(`Today is not among ${JSON.stringify(held)}`);
  }

  /** What the browser said that names this plugin. */
  complaints(): string[] {
    return this.#messages.filter(each => /adoption[-. ]?metrics/i.test(each));
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }

  /** The portal's own pages do not offer the token, so it is overheard. */
  #readAuthorization(request: Request): void {
    if (request.url().includes(API)) {
      this.#authorization ??= request.headers().authorization;
    }
  }

  async #readMe(): Promise<Me | undefined> {
    const authorization = this.#authorization;
    if (!authorization) {
      return undefined;
    }
    const answer = await fetch(`${this.portal.backend}${API}/me`, {
      headers: { authorization },
    });
    return (await answer.json()) as Me;
  }
}

interface Me {
  guest: boolean;
  timeZone: string;
  activeDays?: string[];
}

function countsToday({ guest, timeZone, activeDays = [] }: Me): boolean {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  return !guest && activeDays.includes(format.format(new Date()));
}

function isOutside({ hostname }: URL): boolean {
  return !['localhost', '127.0.0.1'].includes(hostname);
}
