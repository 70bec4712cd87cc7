import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { Machine } from './Machine';

/**
 * Passes connections on to the first of some ports that takes them, in turn,
 * and is slow or silent when asked.
 */
export class TcpProxy implements Machine {
  readonly #sockets = new Set<Socket>();
  readonly #held = new Set<() => void>();
  #turn = 0;
  #stalled = false;
  /** How much later everything arrives, in ms, in each direction. */
  latency = 0;

  private constructor(
    private readonly server: Server,
    private readonly targets: number[],
  ) {}

  static async start(targets: number[]): Promise<TcpProxy> {
    const server = createServer({
      allowHalfOpen: true,
      pauseOnConnect: true,
    });
    const proxy = new TcpProxy(server, targets);
    server.on('connection', client => proxy.#pass(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Nothing arrives, and nothing is lost, until `flow`. */
  stall(): void {
    this.#stalled = true;
  }

  /** What was held arrives, in its order. */
  flow(): void {
    this.#stalled = false;
    for (const release of this.#held) {
      release();
    }
    this.#held.clear();
  }

  async stop(): Promise<void> {
    this.server.close();
    this.#sockets.forEach(socket => socket.destroy());
  }

  #pass(client: Socket): void {
    this.#keep(client);
    this.#turn += 1;
    this.#connect(client, this.#turn, this.targets.length);
  }

  #connect(client: Socket, turn: number, left: number): void {
    const target = connect({
      host: '127.0.0.1',
      port: this.targets[turn % this.targets.length],
      allowHalfOpen: true,
    });
    const refused = () => {
      if (left > 1) {
        this.#connect(client, turn + 1, left - 1);
      } else {
        client.destroy();
      }
    };
    target.once('error', refused);
    target.once('connect', () => {
      target.off('error', refused);
      this.#keep(target);
      this.#forward(client, target);
      this.#forward(target, client);
      client.resume();
    });
  }

  #keep(socket: Socket): void {
    socket.setNoDelay(true);
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #forward(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const later = (act: () => void) => {
      const arrived = this.#arrive();
      last = last.then(() => arrived).then(act);
    };
    from.on('data', data => later(() => to.write(data)));
    from.on('end', () => later(() => to.end()));
    from.on('close', () => later(() => to.destroy()));
  }

  async #arrive(): Promise<void> {
    if (this.latency > 0) {
      await new Promise(resolve => setTimeout(resolve, this.latency));
    }
    if (this.#stalled) {
      await new Promise<void>(resolve => this.#held.add(resolve));
    }
  }
}
