import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { TcpProxy } from './TcpProxy';

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function startEcho() {
  const server = createServer(socket => socket.pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function say(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let heard = '';
  for await (const chunk of socket) {
    heard += chunk;
  }
  return heard;
}

describe('TcpProxy', () => {
  let echo: Server;
  let proxy: TcpProxy;

  beforeEach(async () => {
    const gone = await startEcho();
    echo = await startEcho();
    proxy = await TcpProxy.start([portOf(gone), portOf(echo)]);
    gone.close();
    await once(gone, 'close');
  });

  afterEach(async () => {
    await proxy.stop();
    echo.close();
  });

  it('passes connections on to those that take them', async () => {
    for (const text of ['one', 'two', 'three']) {
      expect(await say(proxy.port, text)).toBe(text);
    }
  });

  it('is slow in both directions', async () => {
    proxy.latency = 50;
    const from = Date.now();
    expect(await say(proxy.port, 'slow')).toBe('slow');
    expect(Date.now() - from).toBeGreaterThanOrEqual(90);
  });

  it('holds everything while it stalls, and loses nothing', async () => {
    proxy.stall();
    const heard = say(proxy.port, 'held');
    const early = await Promise.race([heard, delay(200, 'nothing')]);
    expect(early).toBe('nothing');
    proxy.flow();
    expect(await heard).toBe('held');
  });
});
