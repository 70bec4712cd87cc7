import { chromium, type Browser, type Page } from '@playwright/test';
// Nothing is published of either package.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import { people } from 'app/e2e-tests/support/people';
import { ensureBrowser } from 'toolchain/lib/browser.mjs';
import type { Resource } from './weight';

/** A widget by the name under which layouts store it. */
export type Widget = 'AdoptionScorecard' | 'HomePageStarredEntities';

/** One load of the homepage. */
export interface Load {
  resources: Resource[];
  /** Milliseconds until the first content of each widget. */
  firstContent: Record<Widget, number>;
  vitals: Vitals;
}

/** What Lighthouse measures of a load as well, up to a quiet network. */
export interface Vitals {
  /** Largest Contentful Paint, in ms. */
  largestPaint: number;
  /** All layout shifts together. */
  layoutShift: number;
  /** Total Blocking Time: what tasks took beyond 50 ms each, in ms. */
  blocked: number;
}

/** Something that only the content of a widget has, not what waits for it. */
const contents: Record<Widget, string> = {
  AdoptionScorecard: 'article',
  HomePageStarredEntities: 'a[href$="/basket"]',
};

const person = people.priya.userEntityRef;
const starred = 'component:default/basket';

const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How somebody has arranged their homepage, as it is stored. */
function layoutOf(widgets: Widget[]): string {
  const rows = 8;
  const arranged = widgets.map((name, index) => {
    const id = `${name}__${index}`;
    const place = { x: 0, y: index * rows, w: 12, h: rows };
    const fixed = { isDraggable: false, isResizable: false };
    return { id, layout: { i: id, ...place, ...fixed }, settings: {} };
  });
  return JSON.stringify({ version: 1, pages: { default: arranged } });
}

/** The settings of somebody, as Backstage's own settings plugin keeps them. */
class Settings {
  private constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  static async signIn(address: string, entityRef: string): Promise<Settings> {
    const answer = await fetch(
      `${address}/api/auth/demo/refresh?env=development`,
      {
        headers: {
          'x-demo-person': entityRef,
          'x-requested-with': 'XMLHttpRequest',
        },
      },
    );
    const { backstageIdentity } = await answer.json();
    return new Settings(address, backstageIdentity.token);
  }

  async set(bucket: string, key: string, value: unknown): Promise<void> {
    const path = `buckets/default.${bucket}/keys/${key}`;
    const answer = await fetch(`${this.address}/api/user-settings/${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ value }),
    });
    if (!answer.ok) {
      throw new Error(`No setting of ${path}: ${answer.status}`);
    }
  }
}

/** The homepage of a portal, opened again and again with an empty cache. */
export class Homepage {
  private constructor(
    private readonly browser: Browser,
    private readonly address: string,
    private readonly settings: Settings,
  ) {}

  static async open(address: string): Promise<Homepage> {
    const settings = await Settings.signIn(address, person);
    await settings.set('starredEntities', 'entityRefs', [starred]);
    const executablePath = await ensureBrowser(process.env);
    const browser = await chromium.launch({ executablePath, args: options });
    return new Homepage(browser, address, settings);
  }

  /** Loads the homepage with these widgets, from the top. */
  async load(widgets: Widget[]): Promise<Load> {
    const layout = layoutOf(widgets);
    await this.settings.set('home.customHomepage', 'home', layout);
    const context = await this.browser.newContext({
      viewport: { width: 1_440, height: 1_000 },
    });
    try {
      const page = await context.newPage();
      const watched = widgets.map(name => [name, contents[name]] as const);
      await page.addInitScript(prepare, { person, watched });
      await page.addInitScript(measureVitals);
      if (!widgets.includes('AdoptionScorecard')) {
        await leaveCardOut(page);
      }
      const received = receive(page);
      await page.goto(this.address);
      await page.waitForFunction(
        count => Object.keys(window.firstContent).length === count,
        widgets.length,
        { timeout: 120_000 },
      );
      await page.waitForLoadState('networkidle');
      return {
        resources: await received(),
        firstContent: await page.evaluate(() => window.firstContent),
        vitals: await page.evaluate(() => window.vitals),
      };
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

declare global {
  interface Window {
    firstContent: Record<Widget, number>;
    vitals: Vitals;
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
}

/**
 * Takes the card out of the layout that the portal is configured with: Backstage
 * shows that for a moment until it knows how somebody has arranged theirs.
 */
async function leaveCardOut(page: Page): Promise<void> {
  const isDocument = (url: URL) => url.pathname === '/';
  await page.route(isDocument, async route => {
    const document = await (await route.fetch()).text();
    const body = document.replaceAll('AdoptionScorecard', 'NoWidget');
    await route.fulfill({ body, contentType: 'text/html' });
  });
}

/** Collects what a page receives; what it returns waits for the rest of it. */
function receive(page: Page): () => Promise<Resource[]> {
  const coming: Array<Promise<Resource[]>> = [];
  page.on('response', response => {
    const { pathname: path } = new URL(response.url());
    // What the collector reports is none of the card's.
    if (response.request().method() === 'POST' && path.endsWith('/events')) {
      return;
    }
    const arrived = response.body().then(
      body => [{ path, body }],
      () => [],
    );
    coming.push(arrived);
  });
  return async () => (await Promise.all(coming)).flat();
}

// It runs inside the page, and sees nothing that is outside of it.
function prepare({
  person: entityRef,
  watched,
}: {
  person: string;
  watched: Array<readonly [Widget, string]>;
}) {
  // As the demo's page for signing in remembers who was chosen.
  localStorage.setItem('demo-portal.person', entityRef);
  const seen = {} as Record<Widget, number>;
  window.firstContent = seen;

  // Cells of the grid come in the order of the layout.
  const look = () => {
    const cells = document.querySelectorAll('.react-grid-item');
    watched.forEach(([name, content], index) => {
      if (cells[index]?.querySelector(content)) {
        seen[name] ??= performance.now();
      }
    });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// It runs inside the page, too.
function measureVitals() {
  const vitals = { largestPaint: 0, layoutShift: 0, blocked: 0 };
  window.vitals = vitals;

  function each(type: string, take: (entry: PerformanceEntry) => void) {
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  }

  each('largest-contentful-paint', ({ startTime }) => {
    vitals.largestPaint = startTime;
  });
  each('layout-shift', entry => {
    vitals.layoutShift += (entry as LayoutShift).value;
  });
  each('longtask', ({ duration }) => {
    vitals.blocked += duration - 50;
  });
}
