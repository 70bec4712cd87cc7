import type { FetchApi } from '@backstage/frontend-plugin-api';
import { guarded } from '../guarded';
import { Backoff } from './Backoff';
import { BatchStore } from './BatchStore';
import { Delivery } from './Delivery';
import { exclusively } from './exclusively';
import type { Holdings } from './holdings';
import { isOptedOut, postBatch } from './post';
import { randomUuid } from './uuid';

interface DeliveryDependencies {
  page: Window;
  holdings: Holdings;
  fetchApi: FetchApi;
}

function leaveWithPage(page: Window, delivery: Delivery): void {
  const { document } = page;
  const leave = guarded(() => delivery.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      leave();
    }
  });
  page.addEventListener('pagehide', leave);
}

/** Creates a delivery that starts after sign-in. */
export function createDelivery(dependencies: DeliveryDependencies): Delivery {
  const { page, holdings, fetchApi } = dependencies;
  const { identities, optOuts, storage } = holdings;
  const delivery = new Delivery({
    store: new BatchStore(storage, Date.now),
    optOuts,
    backoff: new Backoff(Math.random),
    sender: () => identities.ofNextRequest(),
    post: (batch, keepalive) => postBatch(fetchApi, batch, keepalive),
    isOptedOut: () => isOptedOut(fetchApi),
    exclusively: work => exclusively(page.navigator.locks, work),
    newBatchId: () => randomUuid(crypto),
    now: () => Date.now(),
  });
  identities.ofDocument().then(
    guarded(identity => delivery.start(identity)),
    () => {
      // Nobody is signed in, so there is nothing to report.
    },
  );
  leaveWithPage(page, delivery);
  return delivery;
}
