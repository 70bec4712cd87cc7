import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** Stands between a client and a server, and can go away. */
export class TcpProxy {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #isStalled = false;
  readonly #held: Array<() => void> = [];

  constructor(private readonly target: { host: string; port: number }) {}

  get port(): number {
    return this.#port;
  }

  /** Listens, at the same port as before if there was one. */
  async open(): Promise<void> {
    const server = createServer(socket => this.#pass(socket));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Breaks all connections, and takes no more of them until it is opened. */
  async close(): Promise<void> {
    const closed = new Promise(resolve => {
      this.#server?.close(resolve);
    });
    this.breakAll();
    await closed;
  }

  /** Lets nothing through, until it is told to go on. */
  stall(): void {
    this.#isStalled = true;
  }

  goOn(): void {
    this.#isStalled = false;
    this.#held.splice(0).forEach(write => write());
  }

  breakAll(): void {
    this.#sockets.forEach(socket => socket.resetAndDestroy());
  }

  #forward(write: () => void): void {
    if (this.#isStalled) {
      this.#held.push(write);
    } else {
      write();
    }
  }

  #pass(socket: Socket): void {
    const { host, port } = this.target;
    const beyond = connect(port, host);
    for (const [from, to] of [
      [socket, beyond],
      [beyond, socket],
    ]) {
      this.#sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.on('data', data => this.#forward(() => to.write(data)));
    }
  }
}
