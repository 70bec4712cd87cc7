import { webcrypto } from 'node:crypto';
import { EventBatchSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { view } from '../__fixtures__/browser';
import { Backoff } from './Backoff';
import { MAX_BATCH_BYTES, toChunks } from './chunks';
import { hashIdentity } from './hash';
import { IdentityReader } from './IdentityReader';
import { readRetryAfter } from './post';
import { partUuid, randomUuid } from './uuid';

describe('toChunks', () => {
  const batchOf = (events: unknown[]) =>
    JSON.stringify({ batchId: randomUuid(webcrypto as Crypto), events });

  it('keeps all events, in order, below size and number', () => {
    const events = Array.from({ length: 2_000 }, (_, index) =>
      view(`plugin${index}`),
    );
    const chunks = toChunks(events);
    expect(chunks.flat()).toEqual(events);
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(500);
      expect(batchOf(chunk).length).toBeLessThan(MAX_BATCH_BYTES);
    }
  });

  it('fills a chunk before it begins the next', () => {
    const [first, second] = toChunks(Array(1_000).fill(view('catalog-graph')));
    expect(batchOf(first).length).toBeGreaterThan(MAX_BATCH_BYTES - 500);
    expect(second.length).toBeGreaterThan(0);
  });

  it('makes nothing of nothing', () => {
    expect(toChunks([])).toEqual([]);
  });
});

describe('batch ids', () => {
  const isBatchId = (batchId: string) =>
    EventBatchSchema.safeParse({ batchId, events: [view('catalog')] }).success;

  it('are UUIDs with and without TLS, and for parts', () => {
    const insecure = {
      getRandomValues: (bytes: Uint8Array) => webcrypto.getRandomValues(bytes),
    } as Crypto;
    const whole = randomUuid(webcrypto as Crypto);
    const ids = [whole, randomUuid(insecure), partUuid(whole, 0)];
    expect(ids.map(isBatchId)).toEqual([true, true, true]);
  });

  it('differ, except for the same part', () => {
    const whole = randomUuid(webcrypto as Crypto);
    expect(partUuid(whole, 0)).toBe(partUuid(whole, 0));
    expect(partUuid(whole, 0)).not.toBe(partUuid(whole, 1));
    expect(partUuid(whole, 0)).not.toBe(
      partUuid(randomUuid(webcrypto as Crypto), 0),
    );
  });
});

describe('hashIdentity', () => {
  const subtle = webcrypto.subtle as SubtleCrypto;

  it('is SHA-256 of the ref in lower case', async () => {
    // echo -n user:default/ada | sha256sum
    expect(await hashIdentity('User:default/Ada', subtle)).toBe(
      'sha256:31f906fbfce2eb705973f4adc65cb248f2fe23ea01cdde014910f44d2e90b012',
    );
  });

  it('works without TLS', async () => {
    const ada = await hashIdentity('user:default/ada', undefined);
    expect(ada).toMatch(/^fnv:[0-9a-f]{32}$/);
    expect(await hashIdentity('user:default/ADA', undefined)).toBe(ada);
    expect(await hashIdentity('user:default/adb', undefined)).not.toBe(ada);
  });
});

describe('IdentityReader', () => {
  const reader = (token: string | undefined) =>
    new IdentityReader(
      {
        getBackstageIdentity: async () => ({
          userEntityRef: 'user:default/ada',
        }),
        getCredentials: async () => ({ token }),
      } as never,
      undefined,
    );
  const mei = `x.${btoa(JSON.stringify({ sub: 'user:default/mei' }))}.x`;

  it('reads the sender from the token', async () => {
    expect(await reader(mei).ofNextRequest()).toBe(
      await hashIdentity('user:default/mei', undefined),
    );
  });

  it.each([undefined, 'opaque', 'x.%%%.x', `x.${btoa('{}')}.x`])(
    'falls back to the identity of the document: %s',
    async token => {
      const identities = reader(token);
      expect(await identities.ofNextRequest()).toBe(
        await identities.ofDocument(),
      );
    },
  );
});

describe('Backoff', () => {
  it('doubles up to ten minutes, by half with luck', () => {
    const unlucky = new Backoff(() => 1);
    const pauses = Array.from({ length: 9 }, () => unlucky.next(undefined));
    expect(pauses.map(pause => pause / 1_000)).toEqual([
      5, 10, 20, 40, 80, 160, 320, 600, 600,
    ]);
    expect(new Backoff(() => 0).next(undefined)).toBe(2_500);
  });

  it('begins anew after a success', () => {
    const backoff = new Backoff(() => 1);
    backoff.next(undefined);
    backoff.next(undefined);
    backoff.reset();
    expect(backoff.next(undefined)).toBe(5_000);
  });

  it('never returns earlier than asked', () => {
    expect(new Backoff(() => 0).next(90_000)).toBe(90_000);
    expect(new Backoff(() => 1).next(90_000)).toBe(95_000);
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Mon, 02 Mar 2026 09:01:00 GMT', 60_000],
    ['Mon, 02 Mar 2026 08:59:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads %s as %s', (value, expected) => {
    expect(readRetryAfter(value, now)).toBe(expected);
  });
});
