import { createHash, webcrypto } from 'node:crypto';
import { answer, foreignAnswer, Browser, view } from '../__fixtures__/browser';
import { MAX_BATCH_BYTES } from './chunks';

const SECOND = 1_000;
const pass = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

// The real digest works on another thread, whose pace fake timers do not know.
const subtle = {
  digest: async (_algorithm: string, data: ArrayBuffer) =>
    new Uint8Array(createHash('sha256').update(new Uint8Array(data)).digest())
      .buffer,
};
const cryptoOnThisThread = {
  subtle,
  randomUUID: () => webcrypto.randomUUID(),
  getRandomValues: (array: Uint8Array) => webcrypto.getRandomValues(array),
};

const lost = (reason: string, count: number) =>
  expect.objectContaining({ type: 'dropped-events', reason, count });

describe('Delivery', () => {
  let browser: Browser;

  beforeAll(() => {
    Object.defineProperty(globalThis, 'crypto', { value: cryptoOnThisThread });
  });

  beforeEach(() => {
    jest.useFakeTimers();
    jest.setSystemTime(Date.parse('2026-03-02T09:00:00Z'));
    browser = new Browser();
  });

  afterEach(() => jest.useRealTimers());

  const seen = () =>
    browser.backend.requests.map(({ events }) =>
      events.map(event => 'pluginId' in event && event.pluginId),
    );
  const ids = () => browser.backend.requests.map(({ batchId }) => batchId);

  it('sends what was gathered five seconds after the first event', async () => {
    const { delivery } = browser.open();
    delivery.add(view('catalog'));
    await pass(4 * SECOND);
    delivery.add(view('docs'));
    expect(seen()).toEqual([]);
    await pass(SECOND);
    expect(seen()).toEqual([['catalog', 'docs']]);
    await pass(60 * SECOND);
    expect(seen()).toHaveLength(1);
    expect(browser.storage.length).toBe(0);
  });

  it('does not wait once there are twenty events', async () => {
    const { delivery } = browser.open();
    await pass(0);
    for (let index = 0; index < 20; index += 1) {
      delivery.add(view(`plugin${index}`));
    }
    await pass(0);
    expect(seen()[0]).toHaveLength(20);
  });

  it('waits for the sign-in', async () => {
    const { delivery } = browser.open();
    delivery.add(view('early'));
    delivery.flush();
    delivery.leave();
    await pass(5 * SECOND);
    expect(seen()).toEqual([['early']]);
  });

  it('asks for a fresh token after 401, with the same batch', async () => {
    browser.backend.answer = () => answer(401);
    const { delivery } = browser.open();
    delivery.add(view('catalog'));
    await pass(5 * SECOND);
    browser.backend.answer = () => answer(200);
    await pass(5 * SECOND);
    const [first, second] = browser.backend.requests;
    expect(second.batchId).toBe(first.batchId);
    expect(second.events).toEqual(first.events);
    expect(second.token).not.toBe(first.token);
    expect(browser.storage.length).toBe(0);
  });

  it.each([
    ['a page that asks to sign in', 200, '<html>Sign in</html>'],
    ['JSON of a proxy', 200, '{"login_required":true}'],
    ['an answer about another batch', 200, '{"batchId":"another"}'],
    ['nothing', 204, ''],
    ['a page that forbids', 403, '<html>Forbidden</html>'],
    ['JSON that forbids', 403, '{"error":"forbidden"}'],
    [
      'a refusal of something else',
      403,
      '{"error":{"name":"NotAllowedError"},"response":{"statusCode":403},"request":{"url":"/login"}}',
    ],
    ['a method that is not let through', 405, 'Method Not Allowed'],
  ])(
    'keeps the batch while %s comes instead of an answer',
    async (_, status, text) => {
      browser.backend.answer = () => foreignAnswer(status, text);
      const { delivery } = browser.open();
      delivery.add(view('catalog'));
      await pass(5 * SECOND);
      expect(seen()).toEqual([['catalog']]);
      browser.backend.answer = () => answer(200);
      await pass(60 * SECOND);
      const [first, ...later] = browser.backend.requests;
      expect(later.at(-1)?.batchId).toBe(first.batchId);
      expect(browser.storage.length).toBe(0);
    },
  );

  it('backs off from failures, further each time', async () => {
    browser.backend.answer = () => answer(500);
    const { delivery } = browser.open();
    delivery.add(view('catalog'));
    const counts = [];
    for (const seconds of [5, 5, 10, 20, 40]) {
      await pass((seconds - 1) * SECOND);
      const before = seen().length;
      await pass(SECOND);
      counts.push(seen().length - before);
    }
    expect(counts).toEqual([1, 1, 1, 1, 1]);
    expect(seen()).toHaveLength(5);
  });

  it.each([429, 503])('waits as long as a server asks: %s', async status => {
    browser.backend.answer = () =>
      answer(status, { headers: { 'Retry-After': '120' } });
    const { delivery } = browser.open();
    delivery.add(view('catalog'));
    await pass(5 * SECOND);
    browser.backend.answer = () => answer(200);
    // Batches of one millisecond have no order.
    await pass(1);
    delivery.add(view('docs'));
    delivery.leave();
    await pass(119 * SECOND);
    expect(seen()).toHaveLength(1);
    await pass(6 * SECOND);
    expect(seen()).toEqual([['catalog'], ['catalog'], ['docs']]);
  });

  it('sends a batch again after a network error and a reload', async () => {
    const page = browser.open();
    browser.isOnline = false;
    page.delivery.add(view('catalog'));
    await pass(5 * SECOND);
    const stored = browser.storage.key(0);
    page.close();
    browser.isOnline = true;
    browser.open();
    await pass(0);
    expect(seen()).toEqual([['catalog']]);
    expect(stored).toContain(ids()[0]);
    expect(browser.storage.length).toBe(0);
  });

  it('sends a batch again, as it was, if its answer was lost', async () => {
    const page = browser.open();
    browser.backend.answer = async () => {
      throw new TypeError('Failed to fetch');
    };
    page.delivery.add(view('catalog'));
    await pass(5 * SECOND);
    page.close();
    browser.backend.answer = () => answer(200);
    browser.open();
    await pass(0);
    expect(ids()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
  });

  it('never sends a batch under another identity', async () => {
    const ada = browser.open();
    browser.isOnline = false;
    ada.delivery.add(view('catalog'));
    await pass(5 * SECOND);
    ada.close();
    browser.isOnline = true;
    browser.sessionOf = 'user:default/mei';
    const mei = browser.open();
    mei.delivery.add(view('docs'));
    await pass(60 * SECOND);
    expect(seen()).toEqual([['docs']]);
    mei.close();
    browser.sessionOf = 'user:default/ADA';
    browser.open();
    await pass(0);
    expect(seen()).toEqual([['docs'], ['catalog']]);
  });

  it('holds back what an old tab saw once someone else signed in', async () => {
    const { delivery } = browser.open();
    await pass(0);
    browser.sessionOf = 'user:default/mei';
    delivery.add(view('catalog'));
    await pass(60 * SECOND);
    delivery.add(view('docs'));
    delivery.leave();
    await pass(60 * SECOND);
    expect(seen()).toEqual([]);
    expect(browser.storage.length).toBe(2);
  });

  it('keeps names out of the storage', async () => {
    browser.isOnline = false;
    browser.open().delivery.add(view('catalog'));
    await pass(5 * SECOND);
    const key = browser.storage.key(0)!;
    expect(key + browser.storage.getItem(key)).not.toMatch(/ada/);
  });

  it.each([400, 403, 422])('gives up a batch refused with %s', async status => {
    browser.backend.answer = () => answer(status);
    const { delivery } = browser.open();
    delivery.add(view('catalog'));
    await pass(5 * SECOND);
    browser.backend.answer = () => answer(200);
    delivery.add(view('docs'));
    await pass(600 * SECOND);
    expect(browser.backend.requests.map(({ events }) => events)).toEqual([
      [view('catalog')],
      [lost('refused', 1), view('docs')],
    ]);
    expect(browser.storage.length).toBe(0);
  });

  it('counts what is refused until someone takes the report', async () => {
    browser.backend.answer = () => answer(400);
    const { delivery } = browser.open();
    for (const pluginId of ['catalog', 'docs', 'search']) {
      delivery.add(view(pluginId));
      await pass(600 * SECOND);
    }
    expect(browser.backend.requests.map(({ events }) => events)).toEqual([
      [view('catalog')],
      [lost('refused', 1), view('docs')],
      [lost('refused', 2), view('search')],
    ]);
  });

  it('reports how much it had no room for', async () => {
    browser.isOnline = false;
    const { delivery } = browser.open();
    await pass(0);
    for (let index = 0; index < 52; index += 1) {
      delivery.add(view(`plugin${index}`));
      delivery.flush();
      await pass(1);
    }
    browser.isOnline = true;
    delivery.add(view('last'));
    await pass(60 * SECOND);
    const sent = browser.backend.requests.flatMap(({ events }) => events);
    const reported = sent.filter(({ type }) => type === 'dropped-events');
    expect(sent.length - reported.length).toBe(51);
    const count = reported.map(event => 'count' in event && event.count);
    expect(count).toEqual([1, 1]);
  });

  it('reports what it had no room for before the sign-in', async () => {
    const { delivery } = browser.open();
    for (let index = 0; index < 510; index += 1) {
      delivery.add(view('catalog'));
    }
    await pass(60 * SECOND);
    const sent = browser.backend.requests.flatMap(({ events }) => events);
    expect(sent).toHaveLength(501);
    expect(sent).toContainEqual(lost('storage-full', 10));
  });

  it('reports what became too old', async () => {
    browser.isOnline = false;
    const page = browser.open();
    page.delivery.add(view('catalog'));
    await pass(5 * SECOND);
    page.close();
    await pass(73 * 3_600 * SECOND);
    browser.isOnline = true;
    browser.open().delivery.add(view('docs'));
    await pass(5 * SECOND);
    expect(browser.backend.requests.map(({ events }) => events)).toEqual([
      [lost('too-old', 1), view('docs')],
    ]);
  });

  it('loses nothing by signing out', async () => {
    const page = browser.open();
    await pass(0);
    page.delivery.add(view('catalog'));
    browser.hasSession = false;
    page.delivery.leave();
    await pass(60 * SECOND);
    page.close();
    expect(seen()).toEqual([]);
    browser.hasSession = true;
    browser.open();
    await pass(0);
    expect(seen()).toEqual([['catalog']]);
  });

  describe('of a person who opted out', () => {
    const DAY = 24 * 3_600 * SECOND;
    const optedOut = () => answer(200, { body: { optedOut: true } });

    it('stops, and drops what it holds', async () => {
      browser.backend.answer = optedOut;
      const { delivery } = browser.open();
      await pass(0);
      delivery.add(view('catalog'));
      delivery.flush();
      await pass(1);
      delivery.add(view('docs'));
      delivery.flush();
      await pass(60 * SECOND);
      delivery.add(view('search'));
      delivery.leave();
      await pass(60 * SECOND);
      expect(seen()).toEqual([['catalog']]);
      expect(browser.storage.length).toBe(1);
      expect(browser.storage.key(0)).toMatch(/opted-out\.fnv:[0-9a-f]{32}$/);
    });

    it('remembers it across documents, and for nobody else', async () => {
      browser.backend.answer = optedOut;
      const page = browser.open();
      page.delivery.add(view('catalog'));
      await pass(5 * SECOND);
      page.close();
      browser.open().delivery.add(view('docs'));
      await pass(60 * SECOND);
      expect(seen()).toEqual([['catalog']]);
      browser.sessionOf = 'user:default/mei';
      browser.backend.answer = () => answer(200);
      browser.open().delivery.add(view('search'));
      await pass(60 * SECOND);
      expect(seen()).toEqual([['catalog'], ['search']]);
    });

    it('asks once a day whether that still holds', async () => {
      browser.backend.me = () => answer(200, { body: { optedOut: true } });
      const { delivery } = browser.open();
      await pass(0);
      delivery.setOptedOut(true);
      await pass(DAY);
      delivery.add(view('catalog'));
      await pass(60 * SECOND);
      delivery.add(view('docs'));
      browser.open();
      await pass(60 * SECOND);
      expect(browser.backend.questions).toBe(1);
      browser.backend.me = () => answer(503);
      await pass(DAY);
      browser.open();
      await pass(0);
      expect(browser.backend.questions).toBe(2);
      expect(seen()).toEqual([]);
    });

    it('resumes after an opt-in elsewhere', async () => {
      const page = browser.open();
      await pass(0);
      page.delivery.setOptedOut(true);
      page.close();
      await pass(DAY);
      const { delivery } = browser.open();
      await pass(0);
      delivery.add(view('catalog'));
      await pass(60 * SECOND);
      expect(seen()).toEqual([['catalog']]);
    });

    it('stops in all tabs as soon as the person says so', async () => {
      browser.isOnline = false;
      const { delivery } = browser.open();
      const other = browser.open();
      await pass(0);
      [delivery, other.delivery].forEach(tab => {
        tab.add(view('catalog'));
        tab.flush();
        tab.add(view('docs'));
      });
      delivery.setOptedOut(true);
      browser.isOnline = true;
      await pass(600 * SECOND);
      expect(seen()).toEqual([]);
      expect(browser.storage.length).toBe(1);
    });

    it('loses nothing of someone who had not opted out', async () => {
      browser.isOnline = false;
      const page = browser.open();
      await pass(0);
      page.delivery.add(view('catalog'));
      page.delivery.flush();
      page.close();
      browser.isOnline = true;
      const { delivery } = browser.open();
      delivery.setOptedOut(false);
      await pass(1);
      delivery.add(view('docs'));
      delivery.setOptedOut(false);
      await pass(60 * SECOND);
      expect(seen()).toEqual([['catalog'], ['docs']]);
    });

    it('resumes as soon as the person says so', async () => {
      const { delivery } = browser.open();
      delivery.setOptedOut(true);
      delivery.add(view('catalog'));
      await pass(5 * SECOND);
      delivery.setOptedOut(false);
      delivery.add(view('docs'));
      await pass(5 * SECOND);
      expect(seen()).toEqual([['docs']]);
    });
  });

  it('halves a batch that is too large until it fits', async () => {
    browser.backend.answer = ({ events }) =>
      answer(events.length > 1 ? 413 : 200);
    const { delivery } = browser.open();
    ['a', 'b', 'c'].forEach(id => delivery.add(view(id)));
    await pass(5 * SECOND);
    const accepted = browser.backend.requests.filter(
      ({ events }) => events.length === 1,
    );
    expect(accepted.map(({ events }) => JSON.stringify(events)).sort()).toEqual(
      ['a', 'b', 'c'].map(id => JSON.stringify([view(id)])),
    );
    expect(new Set(ids()).size).toBe(ids().length);
    expect(browser.storage.length).toBe(0);
  });

  it('gives up a single event that is too large', async () => {
    browser.backend.answer = () => answer(413);
    const { delivery } = browser.open();
    delivery.add(view('catalog'));
    await pass(60 * SECOND);
    expect(seen()).toHaveLength(1);
    delivery.add(view('docs'));
    await pass(60 * SECOND);
    expect(browser.backend.requests[1].events).toEqual([
      lost('refused', 1),
      view('docs'),
    ]);
  });

  it('splits a batch alike in two tabs', async () => {
    const tooLarge = browser.open();
    browser.backend.answer = ({ events }) =>
      answer(events.length > 1 ? 413 : 200);
    const other = browser.open();
    await pass(0);
    ['a', 'b'].forEach(id => tooLarge.delivery.add(view(id)));
    tooLarge.delivery.flush();
    other.delivery.flush();
    await pass(60 * SECOND);
    const halves = browser.backend.requests.filter(
      ({ events }) => events.length === 1,
    );
    expect(new Set(halves.map(({ batchId }) => batchId)).size).toBe(2);
  });

  it('leaves with requests that outlive the page and fit its limit', async () => {
    const { delivery } = browser.open();
    await pass(0);
    browser.backend.answer = () => new Promise(() => {});
    const wide = 'x'.repeat(120);
    for (let index = 0; index < 19; index += 1) {
      delivery.add(view(wide));
    }
    delivery.leave();
    await pass(0);
    const [request] = browser.backend.requests;
    expect(request.keepalive).toBe(true);
    expect(request.bytes).toBeLessThan(MAX_BATCH_BYTES);
    expect(request.events).toHaveLength(19);
  });

  it('confirms what it sent while leaving', async () => {
    const { delivery } = browser.open();
    await pass(0);
    delivery.add(view('catalog'));
    delivery.leave();
    await pass(60 * SECOND);
    expect(seen()).toEqual([['catalog']]);
    expect(browser.storage.length).toBe(0);
  });

  it('works where the browser forbids storage', async () => {
    browser.storage.setItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    browser.open().delivery.add(view('catalog'));
    await pass(5 * SECOND);
    expect(seen()).toEqual([['catalog']]);
    await pass(60 * SECOND);
    expect(seen()).toHaveLength(1);
  });
});
