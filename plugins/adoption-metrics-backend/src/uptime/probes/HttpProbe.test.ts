import { createServer, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  AddressInfo,
  createServer as createTcpServer,
  Server as TcpServer,
} from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { selfSigned } from '../__testUtils__/selfSigned';
import { HttpProbe, HttpProbeOptions } from './HttpProbe';

const open: TcpServer[] = [];
const sockets: Array<{ destroy(): void }> = [];

/** Listens on a free port of this machine and returns it. */
async function listen(server: TcpServer): Promise<number> {
  server.on('connection', socket => sockets.push(socket));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push(server);
  return (server.address() as AddressInfo).port;
}

async function serve(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(answer))}/`;
}

function probe(url: string, options: Partial<HttpProbeOptions> = {}) {
  return new HttpProbe({
    name: 'portal',
    counts: true,
    url: new URL(url),
    method: 'GET',
    statuses: [{ from: 200, to: 400 }],
    timeout: 400,
    ...options,
  }).check(new AbortController().signal);
}

describe('HttpProbe', () => {
  afterEach(async () => {
    sockets.splice(0).forEach(socket => socket.destroy());
    await Promise.all(
      open
        .splice(0)
        .map(server => new Promise(resolve => server.close(resolve))),
    );
  });

  it.each([200, 204, 302, 304])('accepts status %p', async status => {
    const url = await serve((_req, res) => {
      res.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    });
    expect(await probe(url)).toEqual({ state: 'up' });
  });

  it.each([404, 500, 502])('fails on status %p', async status => {
    const url = await serve((_req, res) => {
      res.writeHead(status).end('secret');
    });
    expect(await probe(url)).toEqual({
      state: 'down',
      detail: `status ${status}`,
    });
  });

  it('expects the configured statuses', async () => {
    const url = await serve((_req, res) => {
      res.writeHead(401).end();
    });
    const statuses = [{ from: 401, to: 402 }];
    expect(await probe(url, { statuses })).toEqual({ state: 'up' });
  });

  it('sends the method and the whole address, once', async () => {
    const asked: string[] = [];
    const url = await serve((req, res) => {
      asked.push(`${req.method} ${req.url}`);
      res.end();
    });
    await probe(`${url}catalog?kind=api`, { method: 'HEAD' });
    expect(asked).toEqual(['HEAD /catalog?kind=api']);
  });

  it('looks for a pattern in the body', async () => {
    const url = await serve((_req, res) => {
      res.write('<title>Our ');
      setTimeout(() => res.end('portal</title>'), 20);
    });
    expect(await probe(url, { body: /Our portal/ })).toMatchObject({
      state: 'up',
    });
    expect(await probe(url, { body: /Their portal/ })).toEqual({
      state: 'down',
      detail: 'the body does not match',
    });
  });

  it('reads no more of a body than it needs', async () => {
    const url = await serve((_req, res) => {
      const more = () => {
        while (!res.destroyed && res.write('x'.repeat(100_000)));
      };
      res.on('drain', more);
      more();
    });
    expect(await probe(url, { body: /y/, timeout: 5_000 })).toEqual({
      state: 'down',
      detail: 'the body does not match',
    });
  });

  it.each<[string, RequestListener]>([
    ['accepts and says nothing', () => {}],
    [
      'begins an answer and never ends it',
      (_req, res) => {
        res.write('<html>');
      },
    ],
  ])('gives up on a server that %s', async (_title, answer) => {
    const url = await serve(answer);
    expect(await probe(url, { body: /<\/html>/, timeout: 150 })).toEqual({
      state: 'down',
      detail: 'no answer within 0.15 s',
    });
  });

  it('fails when the connection breaks', async () => {
    const port = await listen(
      createTcpServer(socket => socket.once('data', () => socket.destroy())),
    );
    expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({
      state: 'down',
      detail: 'ECONNRESET',
    });
  });

  it('fails on a malformed answer', async () => {
    const port = await listen(
      createTcpServer(socket => socket.end('SSH-2.0-OpenSSH\r\n')),
    );
    const { state, detail } = await probe(`http://127.0.0.1:${port}/`);
    expect(state).toBe('down');
    expect(detail).toMatch(/^HPE_/);
  });

  it('reports a refused connection without its address', async () => {
    const url = await serve(() => {});
    await new Promise(resolve => open.pop()!.close(resolve));
    expect(await probe(url)).toEqual({ state: 'down', detail: 'ECONNREFUSED' });
    expect(await probe('http://nobody.invalid/')).toMatchObject({
      state: 'down',
      detail: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  it('rejects when aborted, instead of reporting down', async () => {
    const url = await serve(() => {});
    const stopped = new AbortController();
    const check = new HttpProbe({
      name: 'portal',
      counts: true,
      url: new URL(url),
      method: 'GET',
      statuses: [],
      timeout: 60_000,
    }).check(stopped.signal);
    stopped.abort();
    await expect(check).rejects.toThrow(/abort/i);
  });

  describe('over TLS', () => {
    const before = getCACertificates('default');
    const valid = selfSigned({
      from: new Date('2020-01-01'),
      to: new Date('2120-01-01'),
    });
    const expired = selfSigned({
      from: new Date('2019-01-01'),
      to: new Date('2020-01-01'),
    });

    beforeAll(() => {
      setDefaultCACertificates([...before, valid.cert, expired.cert]);
    });
    afterAll(() => setDefaultCACertificates(before));

    async function serveTls(certificate: { cert: string; key: string }) {
      const server = createTlsServer(certificate, (_req, res) => res.end('hi'));
      return `https://localhost:${await listen(server)}/`;
    }

    it('reports when the certificate expires', async () => {
      expect(await probe(await serveTls(valid))).toEqual({
        state: 'up',
        certificateExpiresAt: Date.UTC(2120, 0, 1),
      });
    });

    it('fails on an expired certificate', async () => {
      expect(await probe(await serveTls(expired))).toEqual({
        state: 'down',
        detail: 'CERT_HAS_EXPIRED',
      });
    });

    it('fails on an untrusted certificate', async () => {
      const stranger = selfSigned({
        from: new Date('2020-01-01'),
        to: new Date('2120-01-01'),
      });
      const { state, detail } = await probe(await serveTls(stranger));
      expect(state).toBe('down');
      expect(detail).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
    });
  });
});
