import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Backoff } from '../delivery/Backoff';
import { BatchStore } from '../delivery/BatchStore';
import { Delivery } from '../delivery/Delivery';
import { IdentityReader } from '../delivery/IdentityReader';
import { postBatch } from '../delivery/post';
import { KeyValueStorage, memoryStorage } from '../delivery/storage';
import { randomUuid } from '../delivery/uuid';

/** A request as the server saw it. */
export interface SeenRequest {
  batchId: string;
  events: CollectedEvent[];
  token: string;
  keepalive: boolean;
  bytes: number;
}

/** What the server answers to one request. */
export type Answer = (request: SeenRequest) => Response | Promise<Response>;

export const answer = (status: number, headers: Record<string, string> = {}) =>
  ({
    ok: status < 300,
    status,
    headers: new Headers(headers),
  } as Response);

/** A backend that remembers what it was sent and answers as told. */
export class Backend {
  readonly requests: SeenRequest[] = [];
  answer: Answer = () => answer(200);

  async receive(init: RequestInit, token: string): Promise<Response> {
    const body = String(init.body);
    const keepalive = init.keepalive ?? false;
    const seen = { ...JSON.parse(body), token, keepalive, bytes: body.length };
    this.requests.push(seen);
    return this.answer(seen);
  }
}

export function tokenFor(ref: string, serial: number): string {
  return `header.${btoa(JSON.stringify({ sub: ref, serial }))}.signature`;
}

/**
 * A browser with its storage, in which documents are opened one after the
 * other or side by side.
 */
export class Browser {
  readonly storage: KeyValueStorage = memoryStorage();
  readonly backend = new Backend();
  /** Whose session the browser holds; tabs share it. */
  sessionOf = 'user:default/ada';
  isOnline = true;
  #tokens = 0;

  /** Opens a document for whoever has the session now. */
  open(): { delivery: Delivery; close(): void } {
    const userEntityRef = this.sessionOf;
    const identities = this.#identitiesOf(userEntityRef);
    let isOpen = true;
    const fetchApi = {
      fetch: async (_: unknown, init: RequestInit = {}) => {
        this.#tokens += 1;
        if (!this.isOnline || !isOpen) {
          throw new TypeError('Failed to fetch');
        }
        const token = tokenFor(this.sessionOf, this.#tokens);
        return this.backend.receive(init, token);
      },
    };
    const delivery = new Delivery({
      store: new BatchStore(this.storage, Date.now),
      backoff: new Backoff(() => 1),
      sender: () => identities.ofNextRequest(),
      post: (batch, keepalive) => postBatch(fetchApi, batch, keepalive),
      exclusively: work => work(),
      newBatchId: () => randomUuid(crypto),
      now: Date.now,
    });
    identities.ofDocument().then(identity => delivery.start(identity));
    return { delivery, close: () => (isOpen = false) };
  }

  #identitiesOf(userEntityRef: string): IdentityReader {
    return new IdentityReader(
      {
        getBackstageIdentity: async () => ({ userEntityRef }),
        getCredentials: async () => ({ token: tokenFor(this.sessionOf, 0) }),
      } as never,
      undefined,
    );
  }
}

export function view(pluginId: string): CollectedEvent {
  const at = '2026-03-02T09:00:00.000Z';
  return { type: 'interaction', at, action: 'navigate', pluginId };
}
