import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';

/** A request whose body was made before anything is measured. */
export interface Request {
  token: string;
  /** What is sent; without it, something is read. */
  body?: Buffer;
  /** Where, if not where all others go. */
  path?: string;
}

/** What became of some requests. */
export interface Delivery {
  sent: number;
  /** Requests that were answered with success. */
  acknowledged: number;
  seconds: number;
  /** How long each acknowledged request took, in ms. */
  latencies: number[];
}

/** How often to begin a request, and for how long. */
export interface Pace {
  perSecond: number;
  seconds: number;
}

/** Sends requests to one path of a server over connections that are kept. */
export class Sender {
  readonly #pool: Pool;
  readonly #path: string;

  constructor(url: string, private readonly connections: number) {
    const { origin, pathname } = new URL(url);
    this.#pool = new Pool(origin, { connections });
    this.#path = pathname;
  }

  /**
   * Keeps every connection busy until the requests are used up or the time is.
   */
  async sendSaturating(
    requests: Iterator<Request>,
    seconds: number,
  ): Promise<Delivery> {
    const delivery = emptyDelivery();
    const start = performance.now();
    const end = start + seconds * 1_000;
    const sendInTurn = async () => {
      while (performance.now() < end) {
        const next = requests.next();
        if (next.done) {
          return;
        }
        await this.#send(next.value, delivery);
      }
    };
    await Promise.all(Array.from({ length: this.connections }, sendInTurn));
    delivery.seconds = (performance.now() - start) / 1_000;
    return delivery;
  }

  /** Begins requests at a pace, whether or not earlier ones are done. */
  async sendPaced(
    requests: Iterator<Request>,
    { perSecond, seconds }: Pace,
  ): Promise<Delivery> {
    const delivery = emptyDelivery();
    const start = performance.now();
    const total = Math.floor(perSecond * seconds);
    const pending: Promise<void>[] = [];
    while (pending.length < total) {
      const elapsed = (performance.now() - start) / 1_000;
      const due = Math.min(total, Math.floor(elapsed * perSecond) + 1);
      while (pending.length < due) {
        pending.push(this.#send(requests.next().value, delivery));
      }
      await delay(1);
    }
    await Promise.all(pending);
    delivery.seconds = (performance.now() - start) / 1_000;
    return delivery;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #send(request: Request, delivery: Delivery): Promise<void> {
    const { token, body, path = this.#path } = request;
    const start = performance.now();
    delivery.sent++;
    const answer = await this.#pool.request({
      path,
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body,
    });
    await answer.body.dump();
    if (answer.statusCode < 300) {
      delivery.acknowledged++;
      delivery.latencies.push(performance.now() - start);
    }
  }
}

function emptyDelivery(): Delivery {
  return { sent: 0, acknowledged: 0, seconds: 0, latencies: [] };
}
