import type { FetchApi, IdentityApi } from '@backstage/frontend-plugin-api';
import { Backoff } from './Backoff';
import { BatchStore } from './BatchStore';
import { Delivery } from './Delivery';
import { exclusively } from './exclusively';
import { IdentityReader } from './IdentityReader';
import { postBatch } from './post';
import { localStorageOf } from './storage';
import { randomUuid } from './uuid';

export interface DeliveryDependencies {
  page: Window;
  identityApi: IdentityApi;
  fetchApi: FetchApi;
}

function leaveWithPage(page: Window, delivery: Delivery): void {
  const { document } = page;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      delivery.leave();
    }
  });
  page.addEventListener('pagehide', () => delivery.leave());
}

/** A delivery that starts once somebody is signed in. */
export function createDelivery(dependencies: DeliveryDependencies): Delivery {
  const { page, identityApi, fetchApi } = dependencies;
  const { navigator } = page;
  const now = () => Date.now();
  const identities = new IdentityReader(identityApi, crypto.subtle);
  const delivery = new Delivery({
    store: new BatchStore(localStorageOf(page), now),
    backoff: new Backoff(Math.random),
    sender: () => identities.ofNextRequest(),
    post: (batch, keepalive) => postBatch(fetchApi, batch, keepalive),
    exclusively: work => exclusively(navigator.locks, work),
    newBatchId: () => randomUuid(crypto),
    now,
  });
  identities.ofDocument().then(
    identity => delivery.start(identity),
    () => {
      // Nobody signed in, so there is nobody to report for.
    },
  );
  leaveWithPage(page, delivery);
  return delivery;
}
