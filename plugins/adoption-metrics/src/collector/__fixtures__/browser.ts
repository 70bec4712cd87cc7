import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Backoff } from '../delivery/Backoff';
import { BatchStore } from '../delivery/BatchStore';
import { Delivery } from '../delivery/Delivery';
import { IdentityReader } from '../delivery/IdentityReader';
import { OptOuts } from '../delivery/OptOuts';
import { isOptedOut, postBatch } from '../delivery/post';
import { KeyValueStorage, SafeStorage } from '../delivery/storage';
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

/** What the plugin answers; the batch is named when it is sent. */
export const answer = (
  status: number,
  { headers = {}, body = {} }: { headers?: HeadersInit; body?: object } = {},
) =>
  ({
    ok: status < 300,
    status,
    headers: new Headers(headers),
    json: async () => body,
  } as Response);

/** What something between the browser and the plugin answers. */
export const foreignAnswer = (status: number, text: string) =>
  ({
    ok: status < 300,
    status,
    headers: new Headers(),
    json: async () => JSON.parse(text),
    isForeign: true,
  } as unknown as Response);

async function name(response: Response, batchId: string): Promise<Response> {
  if ('isForeign' in response) {
    return response;
  }
  const { status } = response;
  const body = await response.json();
  const named = response.ok
    ? { batchId, accepted: 1, rejected: 0, faults: [], ...body }
    : {
        error: { name: 'InputError', message: 'refused' },
        request: { method: 'POST', url: '/v1/events' },
        response: { statusCode: status },
      };
  return { ...response, json: async () => named } as Response;
}

/** Storage that lasts as long as the test. */
export function memoryStorage(): KeyValueStorage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: index => [...entries.keys()][index] ?? null,
    getItem: key => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: key => void entries.delete(key),
  };
}

/** A backend that remembers what it was sent and answers as asked. */
export class Backend {
  readonly requests: SeenRequest[] = [];
  /** How often it was asked what it knows of somebody. */
  questions = 0;
  answer: Answer = () => answer(200);
  me: () => Response = () => answer(200, { body: { optedOut: false } });

  async receive(init: RequestInit, token: string): Promise<Response> {
    const body = String(init.body);
    const keepalive = init.keepalive ?? false;
    const seen = { ...JSON.parse(body), token, keepalive, bytes: body.length };
    this.requests.push(seen);
    return name(await this.answer(seen), seen.batchId);
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
  hasSession = true;
  isOnline = true;
  #tokens = 0;

  /** Opens a document for whoever has the session now. */
  open(): { delivery: Delivery; close(): void } {
    const userEntityRef = this.sessionOf;
    const identities = this.#identitiesOf(userEntityRef);
    let isOpen = true;
    const fetchApi = {
      fetch: async (address: unknown, init: RequestInit = {}) => {
        this.#tokens += 1;
        if (!this.isOnline || !isOpen) {
          throw new TypeError('Failed to fetch');
        }
        if (String(address).endsWith('/me')) {
          this.backend.questions += 1;
          return this.backend.me();
        }
        const token = tokenFor(this.sessionOf, this.#tokens);
        return this.backend.receive(init, token);
      },
    };
    const storage = new SafeStorage(this.storage);
    const delivery = new Delivery({
      store: new BatchStore(storage, Date.now),
      optOuts: new OptOuts(storage, Date.now),
      backoff: new Backoff(() => 1),
      sender: () => identities.ofNextRequest(),
      post: (batch, keepalive) => postBatch(fetchApi, batch, keepalive),
      isOptedOut: () => isOptedOut(fetchApi),
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
        getCredentials: async () => {
          if (!this.hasSession) {
            throw new Error('Signed out');
          }
          return { token: tokenFor(this.sessionOf, 0) };
        },
      } as never,
      undefined,
    );
  }
}

export function view(pluginId: string): CollectedEvent {
  const at = '2026-03-02T09:00:00.000Z';
  return { type: 'interaction', at, action: 'navigate', pluginId };
}
