import type { DroppedEventsEvent } from 'backstage-plugin-adoption-metrics-common';
import type { SafeStorage } from './storage';
import { keyOf, MAX_BATCHES, PREFIX, StoredBatch } from './StoredBatch';

const DROPPED_PREFIX = 'adoption-metrics.dropped.';
const MAX_CHARACTERS = 500_000;
const MAX_COUNT = 1_000_000;

/** The backend rejects older events. */
export const MAX_BATCH_AGE_MS = 72 * 3_600_000;

type DropReason = DroppedEventsEvent['reason'];

/** The number of events dropped for one reason. */
type Dropped = Pick<DroppedEventsEvent, 'reason' | 'count'>;

const REASONS: DropReason[] = ['storage-full', 'too-old', 'refused'];

function partsOf(key: string): { sealedAt: number; identity: string } {
  const [sealedAt, identity] = key.slice(PREFIX.length).split('.');
  return { sealedAt: Number(sealedAt), identity };
}

function ofIdentity(keys: string[], identity: string): string[] {
  return keys.filter(key => partsOf(key).identity === identity);
}

// If a report about dropped events is dropped, its events still count.
function countLost({ events }: StoredBatch): number {
  const counts = events.map(event =>
    event.type === 'dropped-events' ? event.count : 1,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Stores unconfirmed batches, shared by all tabs and across reloads. Every
 * batch has its own key, so that tabs do not overwrite each other. Limited in
 * number, size, and age; dropped events are counted.
 */
export class BatchStore {
  #storage: SafeStorage;
  #now: () => number;

  constructor(storage: SafeStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Stores a batch, and drops the oldest ones if necessary. */
  put(batch: StoredBatch): void {
    const value = JSON.stringify(batch);
    this.#makeRoom(value.length);
    this.#storage.set(keyOf(batch), value);
  }

  /** The oldest batch of an identity. */
  next(identity: string): StoredBatch | undefined {
    for (const key of ofIdentity(this.#liveKeys(), identity)) {
      const batch = this.#read(key);
      if (batch) {
        return batch;
      }
      this.#storage.remove(key);
    }
    return undefined;
  }

  remove(batch: StoredBatch): void {
    this.#storage.remove(keyOf(batch));
  }

  /** Drops a batch, and counts its events. */
  drop(batch: StoredBatch, reason: DropReason): void {
    this.remove(batch);
    this.countDropped(batch.identity, { reason, count: countLost(batch) });
  }

  /** Deletes everything stored about a user. */
  forget(identity: string): void {
    this.takeDropped(identity);
    const keys = ofIdentity(this.#storage.keys(PREFIX), identity);
    keys.forEach(key => this.#storage.remove(key));
  }

  countDropped(identity: string, { reason, count }: Dropped): void {
    if (count === 0) {
      return;
    }
    const key = `${DROPPED_PREFIX}${identity}.${reason}`;
    const total = Number(this.#storage.get(key) ?? 0) + count;
    this.#storage.set(key, String(Math.min(total, MAX_COUNT)));
  }

  /** Events that were dropped since the last call. */
  takeDropped(identity: string): Dropped[] {
    return REASONS.flatMap(reason => {
      const key = `${DROPPED_PREFIX}${identity}.${reason}`;
      const count = Number(this.#storage.get(key) ?? 0);
      if (count === 0) {
        return [];
      }
      this.#storage.remove(key);
      return [{ reason, count }];
    });
  }

  #read(key: string): StoredBatch | undefined {
    try {
      const batch = JSON.parse(this.#storage.get(key) ?? 'null');
      return Array.isArray(batch?.events) ? batch : undefined;
    } catch {
      return undefined;
    }
  }

  #makeRoom(characters: number): void {
    const keys = this.#liveKeys();
    const sizes = keys.map(key => this.#storage.get(key)?.length ?? 0);
    let used = sizes.reduce((sum, size) => sum + size, characters);
    for (const [index, key] of keys.entries()) {
      if (keys.length - index < MAX_BATCHES && used <= MAX_CHARACTERS) {
        return;
      }
      used -= sizes[index];
      this.#dropKey(key, 'storage-full');
    }
  }

  /** Oldest first. Drops batches that the backend would reject. */
  #liveKeys(): string[] {
    const oldest = this.#now() - MAX_BATCH_AGE_MS;
    return this.#storage.keys(PREFIX).filter(key => {
      const isLive = partsOf(key).sealedAt >= oldest;
      if (!isLive) {
        this.#dropKey(key, 'too-old');
      }
      return isLive;
    });
  }

  #dropKey(key: string, reason: DropReason): void {
    const batch = this.#read(key);
    this.#storage.remove(key);
    if (batch) {
      this.drop(batch, reason);
    }
  }
}
