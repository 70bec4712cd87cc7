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
import { Webhook } from 'standardwebhooks';

/** A message as it arrived. */
interface ReceivedMessage {
  deliveryId: string;
  body: string;
  isSigned: boolean;
}

/** Only the receiver and the portal know it. */
export const SECRET = `whsec_${Buffer.alloc(32, 'secret').toString('base64')}`;

/** How long a receiver may think, in ms: long enough to be killed meanwhile. */
const LONGEST_THOUGHT_MS = 150;

/** What fails again and again is repeated too seldom for a trial to wait. */
const MOST_FAILURES = 3;

/** Answers a message, or fails to, that came so many times before. */
type Behavior = (
  res: ServerResponse,
  message: { deliveryId: string; before: number },
) => Promise<void> | void;

/** Answers late, fails after the message was noted, or hangs up. */
export function unreliable(random: () => number): Behavior {
  return async (res, { before }) => {
    await delay(LONGEST_THOUGHT_MS * random());
    const mood = before < MOST_FAILURES ? random() : 1;
    if (mood < 0.2) {
      res.destroy();
    } else {
      res.writeHead(mood < 0.4 ? 500 : 204).end();
    }
  };
}

/** A webhook that notes every message before it answers. */
export class Receiver {
  readonly messages: ReceivedMessage[] = [];

  private constructor(
    private readonly server: Server,
    /** How it answers from now on. */
    public behave: Behavior,
  ) {}

  static async start(behave: Behavior): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server, behave);
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
    // As it is stored, without the installation's name.
    const key = String(req.headers['webhook-id']);
    const deliveryId = key.replace(/^[0-9a-f]{12}-/, '');
    const before = this.messages.filter(
      each => each.deliveryId === deliveryId,
    ).length;
    this.messages.push({ deliveryId, body, isSigned: isSigned(req, body) });
    await this.behave(res, { deliveryId, before });
  }
}

// The clocks of a trial differ, and so may those of its messages.
function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
  const id = String(headers['webhook-id']);
  const signature = new Webhook(SECRET).sign(id, at, body);
  return headers['webhook-signature'] === signature;
}
