import { MAX_EVENT_AGE_MS } from 'backstage-plugin-adoption-metrics-common';
import { memoryStorage, view } from '../__fixtures__/browser';
import { BatchStore, MAX_BATCH_AGE_MS } from './BatchStore';
import { SafeStorage } from './storage';

describe('BatchStore', () => {
  let now = 0;
  const storage = memoryStorage();
  const store = new BatchStore(new SafeStorage(storage), () => now);
  const batch = (id: number, pluginId = 'catalog') => ({
    batchId: `batch-${id}`,
    identity: 'sha256:ada',
    sealedAt: 1_000 + id,
    events: [view(pluginId), view(pluginId)],
  });

  beforeEach(() => {
    now = 2_000;
    for (const key of Array.from({ length: storage.length }, (_, index) =>
      storage.key(index),
    )) {
      storage.removeItem(key!);
    }
  });

  it('gives back the oldest batch of an identity', () => {
    store.put(batch(3));
    store.put({ ...batch(1), identity: 'sha256:mei' });
    store.put(batch(2));
    expect(store.next('sha256:ada')).toEqual(batch(2));
    expect(store.next('sha256:mei')?.batchId).toBe('batch-1');
    expect(store.next('sha256:nobody')).toBe(undefined);
  });

  it('is shared with other tabs', () => {
    store.put(batch(1));
    const other = new BatchStore(new SafeStorage(storage), () => now);
    expect(other.next('sha256:ada')).toEqual(batch(1));
    other.remove(batch(1));
    expect(store.next('sha256:ada')).toBe(undefined);
  });

  it('holds fifty batches, drops the oldest, and counts their events', () => {
    for (let id = 0; id < 53; id += 1) {
      store.put(batch(id));
    }
    expect(store.next('sha256:ada')).toEqual(batch(3));
    expect(store.takeDropped('sha256:ada')).toEqual([
      { reason: 'storage-full', count: 6 },
    ]);
    expect(store.takeDropped('sha256:ada')).toEqual([]);
  });

  it('holds half a million characters', () => {
    const large = 'x'.repeat(60_000);
    for (let id = 0; id < 6; id += 1) {
      store.put(batch(id, large));
    }
    expect(store.next('sha256:ada')?.batchId).toBe('batch-2');
  });

  it('drops what the backend would refuse for its age', () => {
    expect(MAX_BATCH_AGE_MS).toBe(MAX_EVENT_AGE_MS);
    store.put(batch(1));
    now = 1_001 + MAX_BATCH_AGE_MS;
    expect(store.next('sha256:ada')).toEqual(batch(1));
    now += 1;
    expect(store.next('sha256:ada')).toBe(undefined);
    expect(store.takeDropped('sha256:ada')).toEqual([
      { reason: 'too-old', count: 2 },
    ]);
  });

  it('clears away what it cannot read', () => {
    store.put(batch(1));
    storage.setItem(storage.key(0)!, '{"events');
    expect(store.next('sha256:ada')).toBe(undefined);
    expect(storage.getItem(storage.key(0) ?? '')).not.toBe('{"events');
  });

  it('counts what it drops by person', () => {
    store.drop(batch(1), 'refused');
    store.drop({ ...batch(2), identity: 'sha256:mei' }, 'refused');
    expect(store.takeDropped('sha256:mei')).toEqual([
      { reason: 'refused', count: 2 },
    ]);
    store.forget('sha256:ada');
    expect(store.takeDropped('sha256:ada')).toEqual([]);
  });

  it('does not forget what was dropped when the report of it is dropped', () => {
    const at = '2026-03-02T09:00:00.000Z';
    const report = { type: 'dropped-events', at, reason: 'too-old' } as const;
    const events = [{ ...report, count: 40 }, view('catalog')];
    store.drop({ ...batch(1), events }, 'storage-full');
    expect(store.takeDropped('sha256:ada')).toEqual([
      { reason: 'storage-full', count: 41 },
    ]);
  });

  it('forgets a person, and nobody else', () => {
    store.put(batch(1));
    store.put({ ...batch(2), identity: 'sha256:mei' });
    store.forget('sha256:ada');
    expect(store.next('sha256:ada')).toBe(undefined);
    expect(store.next('sha256:mei')?.batchId).toBe('batch-2');
  });
});
