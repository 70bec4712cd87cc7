import type { DroppedEventsEvent } from 'backstage-plugin-adoption-metrics-common';
import type { SafeStorage } from './storage';
import { keyOf, MAX_BATCHES, PREFIX, StoredBatch } from './StoredBatch';

const DROPPED_PREFIX = 'adoption-metrics.dropped.';
const MAX_CHARACTERS = 500_000;
const MAX_COUNT = 1_000_000;

/** The backend refuses older events; equals its limit. */
export const MAX_BATCH_AGE_MS = 72 * 3_600_000;

type DropReason = DroppedEventsEvent['reason'];

/** So many events were given up for one reason. */
type Dropped = Pick<DroppedEventsEvent, 'reason' | 'count'>;

const REASONS: DropReason[] = ['storage-full', 'too-old', 'refused'];

function partsOf(key: string): { sealedAt: number; identity: string } {
  const [sealedAt, identity] = key.slice(PREFIX.length).split('.');
  return { sealedAt: Number(sealedAt), identity };
}

function ofIdentity(keys: string[], identity: string): string[] {
  return keys.filter(key => partsOf(key).identity === identity);
}

// What was dropped before stays dropped when the report of it is dropped.
function countLost({ events }: StoredBatch): number {
  const counts = events.map(event =>
    event.type === 'dropped-events' ? event.count : 1,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Batches that were not confirmed yet, shared by all tabs and kept across
 * reloads. Each has an entry of its own, so that tabs never overwrite each
 * other's. Bounded in number, size and age; what is dropped is counted.
 */
export class BatchStore {
  #storage: SafeStorage;
  #now: () => number;

  constructor(storage: SafeStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Keeps a batch, dropping the oldest ones where room is short. */
  put(batch: StoredBatch): void {
    const value = JSON.stringify(batch);
    this.#makeRoom(value.length);
    this.#storage.set(keyOf(batch), value);
  }

  /** The oldest batch captured under the identity. */
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

  /** Gives a batch up, and counts what is lost with it. */
  drop(batch: StoredBatch, reason: DropReason): void {
    this.remove(batch);
    this.countDropped(batch.identity, { reason, count: countLost(batch) });
  }

  /** Forgets everything that is held of a person. */
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

  /** What was given up since this was last asked. */
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

  /** The oldest first; those that the backend would refuse are dropped. */
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
