import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { BatchStore } from './BatchStore';
import { IdentityReader } from './IdentityReader';
import { OptOuts } from './OptOuts';
import { localStorageOf, SafeStorage } from './storage';
import { randomUuid } from './uuid';

/** What outlives the document, and whose it is. */
export interface Holdings {
  store: BatchStore;
  optOuts: OptOuts;
  identities: IdentityReader;
}

export function openHoldings(page: Window, identityApi: IdentityApi): Holdings {
  const storage = new SafeStorage(localStorageOf(page));
  return {
    store: new BatchStore(storage, Date.now),
    optOuts: new OptOuts(storage, Date.now),
    identities: new IdentityReader(identityApi, crypto.subtle),
  };
}

/** Keeps events of a page that goes away before it could send them. */
export function keep(
  { store, optOuts }: Holdings,
  identity: string,
  events: CollectedEvent[],
): void {
  if (events.length > 0 && !optOuts.has(identity)) {
    const batchId = randomUuid(crypto);
    store.put({ batchId, identity, sealedAt: Date.now(), events });
  }
}
