import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { IdentityReader } from './IdentityReader';
import { OptOuts } from './OptOuts';
import { localStorageOf, SafeStorage } from './storage';
import { keyOf, MAX_BATCHES, PREFIX } from './StoredBatch';
import { randomUuid } from './uuid';

/** Data that outlives the document, and its owner. */
export interface Holdings {
  storage: SafeStorage;
  optOuts: OptOuts;
  identities: IdentityReader;
}

export function openHoldings(page: Window, identityApi: IdentityApi): Holdings {
  const storage = new SafeStorage(localStorageOf(page));
  return {
    storage,
    optOuts: new OptOuts(storage, Date.now),
    identities: new IdentityReader(identityApi, crypto.subtle),
  };
}

/**
 * Stores events of a page that is being unloaded, unless too many are already
 * waiting.
 */
export function keep(
  { storage, optOuts }: Holdings,
  identity: string,
  events: CollectedEvent[],
): void {
  const hasRoom = storage.keys(PREFIX).length < MAX_BATCHES;
  if (events.length > 0 && hasRoom && !optOuts.has(identity)) {
    const batchId = randomUuid(crypto);
    const batch = { batchId, identity, sealedAt: Date.now(), events };
    storage.set(keyOf(batch), JSON.stringify(batch));
  }
}
