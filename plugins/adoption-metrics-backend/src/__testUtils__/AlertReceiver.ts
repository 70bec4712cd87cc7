import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

/** A message as it arrived. */
interface ReceivedMessage {
  deliveryId: string;
  body: string;
  isSigned: boolean;
}

/** How long a receiver may think, in ms: long enough to be killed meanwhile. */
const LONGEST_THOUGHT_MS = 150;

/** What fails again and again is repeated too seldom for a test to wait. */
const MOST_FAILURES = 3;

/**
 * A webhook that notes every message and is none too reliable: it answers late,
 * fails after it has noted, or hangs up.
 */
export class AlertReceiver {
  readonly messages: ReceivedMessage[] = [];
  readonly #failures = new Map<string, number>();

  private constructor(
    private readonly server: Server,
    private readonly options: { secret: string; random: () => number },
  ) {}

  static async start(options: { secret: string; random: () => number }) {
    const server = createServer();
    const receiver = new AlertReceiver(server, options);
    // A sender that is killed in the middle of its message has sent none.
    server.on('request', (req, res) => {
      receiver.#receive(req, res).catch(() => res.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/alerts`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  async #receive(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await text(req);
    const deliveryId = String(req.headers['idempotency-key']);
    this.messages.push({
      deliveryId,
      body,
      isSigned: this.#isSigned(req, body),
    });
    const { random } = this.options;
    await delay(LONGEST_THOUGHT_MS * random());
    this.#answer(deliveryId, res);
  }

  #answer(deliveryId: string, res: ServerResponse): void {
    const failures = this.#failures.get(deliveryId) ?? 0;
    const mood = failures < MOST_FAILURES ? this.options.random() : 1;
    if (mood < 0.4) {
      this.#failures.set(deliveryId, failures + 1);
    }
    if (mood < 0.2) {
      res.destroy();
    } else {
      res.writeHead(mood < 0.4 ? 500 : 204).end();
    }
  }

  #isSigned({ headers }: IncomingMessage, body: string): boolean {
    const signed = `${headers['x-adoption-metrics-timestamp']}.${body}`;
    const hmac = createHmac('sha256', this.options.secret).update(signed);
    return (
      headers['x-adoption-metrics-signature'] === `sha256=${hmac.digest('hex')}`
    );
  }
}
