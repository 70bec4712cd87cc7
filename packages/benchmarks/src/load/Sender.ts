import { Pool } from 'undici';
import { performance } from 'node:perf_hooks';

/** A request whose body was made before anything is measured. */
export interface Request {
  token: string;
  body: Buffer;
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

  /** Begins so many requests a second, whether or not earlier ones are done. */
  async sendPaced(
    requests: Iterator<Request>,
    pace: { perSecond: number; seconds: number },
  ): Promise<Delivery> {
    const delivery = emptyDelivery();
    const start = performance.now();
    const total = Math.floor(pace.perSecond * pace.seconds);
    const pending: Promise<void>[] = [];
    await new Promise<void>(resolve => {
      const timer = setInterval(() => {
        const elapsed = (performance.now() - start) / 1_000;
        const due = Math.min(total, Math.floor(elapsed * pace.perSecond));
        while (pending.length < due) {
          pending.push(this.#send(requests.next().value, delivery));
        }
        if (pending.length === total) {
          clearInterval(timer);
          resolve();
        }
      }, 1);
    });
    await Promise.all(pending);
    delivery.seconds = (performance.now() - start) / 1_000;
    return delivery;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #send({ token, body }: Request, delivery: Delivery): Promise<void> {
    const start = performance.now();
    delivery.sent++;
    const answer = await this.#pool.request({
      path: this.#path,
      method: 'POST',
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
