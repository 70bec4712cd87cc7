import { expect, type Locator, type Page } from '@playwright/test';
import type { Overview } from 'backstage-plugin-adoption-metrics-common';
import {
  cardIn,
  layoutFaultsOf,
  observePaints,
  people,
  test,
  untilDeadlineIs,
  untilMeasured,
  type Portal,
} from './support';

const metrics = ['Active users', 'Page load', 'Uptime', 'Stale entities'];
const overviews = '**/v1/overview';

/** Rows of the homepage's grid, and the room between them, in pixels. */
const row = 60;
const gap = 10;
const heightOf = (rows: number) => rows * (row + gap) - gap;

const fewestRows = 5;

/** Cells from the smallest that is allowed on a phone to a very wide one. */
const sizes = [
  ...[308, 338, 360, 400, 480, 528, 560, 640, 760, 860, 870, 1_000, 1_140]
    .concat([1_440, 1_920])
    .flatMap(width =>
      [fewestRows, 6, 7, 8, 10, 12].map(rows => [width, heightOf(rows)]),
    ),
  // As in a grid with other margins.
  [360, 290],
  [640, 300],
  [1_140, 290],
  [1_140, 420],
];

/** The cell of the grid in which the card is. */
function cellIn(page: Page): Locator {
  return page.locator('.react-grid-item').filter({ has: cardIn(page) });
}

async function resize(cell: Locator, [width, height]: number[]) {
  await cell.evaluate(
    (element: HTMLElement, size) => {
      Object.assign(element.style, {
        position: 'fixed',
        inset: '0 auto auto 0',
        transform: 'none',
        transition: 'none',
        zIndex: '9999',
        width: `${size.width}px`,
        height: `${size.height}px`,
      });
    },
    { width, height },
  );
}

/** What is wrong in any of the sizes. */
async function faultsOf(page: Page, cells = sizes): Promise<string[]> {
  const cell = cellIn(page);
  const faults: string[] = [];
  for (const size of cells) {
    await resize(cell, size);
    const found = await layoutFaultsOf(cardIn(page));
    faults.push(...found.map(fault => `${size.join(' × ')}: ${fault}`));
  }
  return faults;
}

async function untilFilled(portal: Portal) {
  await untilMeasured(portal);
  await untilDeadlineIs(portal, 'at-risk');
}

async function expectComplete(card: Locator) {
  for (const name of metrics) {
    const tile = card.getByRole('article', { name });
    await expect(tile).toBeVisible();
    await expect(tile.getByText(/^(on|below|above) target$/)).toBeVisible();
  }
  await expect(card.getByText(/days left$/)).toBeVisible();
  await expect(
    card.getByRole('link', { name: 'View recovery plan' }),
  ).toBeVisible();
}

/** Answers in the portal's place, as long as something is looked at. */
async function answered(
  page: Page,
  answer: { status?: number; body?: string; json?: object },
  look: () => Promise<void>,
) {
  await page.route(overviews, route => route.fulfill(answer));
  await page.reload();
  await look();
  await page.unroute(overviews);
}

function failure(statusCode: number, name: string): string {
  return JSON.stringify({
    error: { name, message: '[{"code":"invalid_type"}]' },
    response: { statusCode },
  });
}

const failures = [
  ['no access', 403, failure(403, 'NotAllowedError'), /access to adoption/],
  ['a failure', 500, failure(500, 'Error'), /could not be loaded/],
  ['a page', 502, '<html>502 Bad Gateway</html>', /temporarily unavailable/],
] as const;

const devices = [
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['a small phone', { viewport: { width: 360, height: 740 } }],
  [
    'a laptop at 200% zoom',
    { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  ],
  ['a tablet', { viewport: { width: 820, height: 1_180 } }],
  ['a large screen', { viewport: { width: 1_920, height: 1_080 } }],
] as const;

/** What the parts of a meter are painted with. */
function paintsOf(meter: Locator): Promise<string[]> {
  return meter.evaluate(element => {
    const [track] = element.children;
    const [fill, mark] = track.children;
    return [track, fill, mark].map(
      part => getComputedStyle(part).backgroundColor,
    );
  });
}

/** Paths of what the page reads from the plugin. */
function readsOf(page: Page): string[] {
  const reads: string[] = [];
  page.on('request', request => {
    const [, path] = request.url().split('/api/adoption-metrics/v1');
    if (path && request.method() === 'GET') {
      reads.push(path);
    }
  });
  return reads;
}

async function expectNoJump(page: Page) {
  let arrive = () => {};
  const arrival = new Promise<void>(resolve => {
    arrive = resolve;
  });
  await page.route(overviews, async route => {
    await arrival;
    await route.continue();
  });
  await observePaints(page, 'section[aria-labelledby]');
  const reads = readsOf(page);

  // Signing in was a click, after which browsers measure no paints.
  await page.reload();
  const skeleton = cardIn(page).getByRole('status', {
    name: 'Loading metrics',
  });
  const reserved = await skeleton.boundingBox();
  arrive();
  await expectComplete(cardIn(page));
  // What follows a late answer would be there by then.
  await page.waitForTimeout(1_000);

  const tiles = cardIn(page).getByRole('article').first().locator('..');
  const { y, height } = (await tiles.boundingBox())!;
  expect(Math.abs(y - reserved!.y)).toBeLessThanOrEqual(1);
  expect(Math.abs(height - reserved!.height)).toBeLessThanOrEqual(1);
  const paints = await page.evaluate(() => window.observedPaints);
  expect(paints.shifted).toBeLessThan(0.01);
  expect(paints.largest).not.toBe('');
  // Its title is there from the start.
  expect(paints.largest).not.toMatch(/^within: (?!H2)/);
  expect(reads).toEqual(['/overview']);
}

/** What a portal would answer that has measured little and has no deadline. */
function firstDaysOf({ scorecard, deadline }: Overview): Overview {
  return {
    scorecard: {
      ...scorecard,
      met: 0,
      metrics: scorecard.metrics.map(metric => ({
        ...metric,
        value: null,
        status: 'undecided',
        reason: 'window-incomplete',
        delta: null,
        statement: `${metric.name}: there is no verdict yet, on day 5 of 28.`,
      })),
    },
    deadline: {
      ...deadline,
      deadline: null,
      state: null,
      daysLeft: null,
      latest: null,
      stuck: { below: 0.15, weeks: 6 },
    },
  };
}

test('the card holds in every cell, and comes without a jump', async ({
  startPortal,
  signIn,
}) => {
  const portal = await startPortal({ sampleHistory: true });
  await untilFilled(portal);
  const overview = await portal.get<Overview>('/overview');
  const page = await signIn(portal, people.priya, {
    viewport: { width: 1_960, height: 1_000 },
  });
  const card = cardIn(page);

  await test.step('in every size', async () => {
    await expectComplete(card);
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('complete where it is smallest', async () => {
    await resize(cellIn(page), [308, heightOf(fewestRows)]);
    await expectComplete(card);
  });

  await test.step('in the first days, and without a deadline', () =>
    answered(page, { json: firstDaysOf(overview) }, async () => {
      await expect(card.getByText('not enough data')).toHaveCount(4);
      expect(await faultsOf(page)).toEqual([]);
    }));

  for (const [what, status, body, words] of failures) {
    await test.step(`with ${what} in its place`, () =>
      answered(page, { status, body }, async () => {
        await expect(card.getByText(words)).toBeVisible();
        await expect(card).not.toContainText(/[{<]|\d{3}/);
        expect(await faultsOf(page)).toEqual([]);
      }));
  }

  for (const [what, options] of devices) {
    await test.step(`where the homepage puts it on ${what}`, async () => {
      const device = await signIn(portal, people.priya, options);
      await expectComplete(cardIn(device));
      expect(await layoutFaultsOf(cardIn(device))).toEqual([]);
    });
  }

  await test.step('with meters where colors are forced', async () => {
    const forced = await signIn(portal, people.priya, {
      forcedColors: 'active',
    });
    const meter = cardIn(forced).getByRole('meter').first();
    expect(new Set(await paintsOf(meter)).size).toBe(3);
  });

  for (const width of [390, 800, 1_280]) {
    await test.step(`without a jump, ${width} pixels wide`, async () => {
      const options = { viewport: { width, height: 900 } };
      await expectNoJump(await signIn(portal, people.priya, options));
    });
  }
});
