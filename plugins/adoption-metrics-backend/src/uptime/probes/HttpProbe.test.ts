import { randomBytes } from 'node:crypto';
import { createServer, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  AddressInfo,
  createServer as createTcpServer,
  Server as TcpServer,
  Socket,
} from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { RE2JS } from 're2js';
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

type Options = Omit<HttpProbeOptions, 'body'> & { body: RegExp };

function probe(url: string, { body, ...options }: Partial<Options> = {}) {
  return new HttpProbe({
    name: 'portal',
    counts: true,
    url: new URL(url),
    method: 'GET',
    headers: {},
    statuses: [{ from: 200, to: 400 }],
    timeout: 5_000,
    body: body && RE2JS.compile(body.source),
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

  it('sends headers, such as credentials', async () => {
    const sent: Array<string | undefined> = [];
    const url = await serve((req, res) => {
      sent.push(req.headers.authorization);
      res.end();
    });
    await probe(url, { headers: { Authorization: 'Bearer secret' } });
    expect(sent).toEqual(['Bearer secret']);
  });

  it.each([404, 500, 502])('fails on status %p', async status => {
    const url = await serve((_req, res) => {
      res.writeHead(status).end('secret');
    });
    expect(await probe(url)).toEqual({
      state: 'down',
      detail: `http-${status}`,
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
      detail: 'body-mismatch',
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
      detail: 'timeout',
    });
  });

  describe('judges whether the answer is complete', () => {
    const brokeOff = {
      state: 'down',
      detail: 'connection-closed',
    };

    /** Answers with these very bytes, then does that with the connection. */
    async function serveRaw(
      answer: string | Buffer,
      then: (socket: Socket) => void,
    ): Promise<string> {
      const server = createTcpServer(socket => {
        socket.on('error', () => {});
        socket.once('data', () => {
          socket.write(answer, () => setTimeout(() => then(socket), 20));
        });
      });
      return `http://127.0.0.1:${await listen(server)}/`;
    }

    const head = (...headers: string[]) =>
      ['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n');
    const short = `${head('Content-Length: 1000')}<html>`;
    const chunked = `${head('Transfer-Encoding: chunked')}6\r\n<html>\r\n`;
    const unknownLength = `${head('Connection: close')}<html>`;
    const end = (socket: Socket) => socket.end();
    const reset = (socket: Socket) => socket.resetAndDestroy();
    const stall = () => {};
    const late = { state: 'down', detail: 'timeout' };

    it.each<[string, string, (socket: Socket) => void, object]>([
      ['six of 1,000 bytes, then the end', short, end, brokeOff],
      ['six of 1,000 bytes, then a reset', short, reset, brokeOff],
      ['six of 1,000 bytes, then nothing', short, stall, late],
      ['chunks without the last, then the end', chunked, end, brokeOff],
      ['chunks without the last, then a reset', chunked, reset, brokeOff],
      ['chunks without the last, then nothing', chunked, stall, late],
      [
        'a body of unknown length, then a reset',
        unknownLength,
        reset,
        brokeOff,
      ],
      ['a body of unknown length, then nothing', unknownLength, stall, late],
      ['a body of unknown length', unknownLength, end, { state: 'up' }],
      ['all chunks', `${chunked}0\r\n\r\n`, stall, { state: 'up' }],
    ])('%s', async (_title, answer, then, result) => {
      const url = await serveRaw(answer, then);
      // Only what never ends has to wait for it.
      const timeout = result === late ? 150 : 5_000;
      expect(await probe(url, { timeout })).toEqual(result);
      expect(await probe(url, { timeout, body: /<html>/ })).toEqual(result);
    });

    it.each([
      ['a drop more every 10 ms', 10],
      ['a drop more every 100 ms', 100],
    ])('%s is not complete within the time', async (_title, pause) => {
      const url = await serve((_req, res) => {
        const drip = setInterval(() => res.write('.'), pause);
        res.on('close', () => clearInterval(drip));
      });
      expect(await probe(url, { timeout: 250 })).toEqual({
        state: 'down',
        detail: 'timeout',
      });
    });

    it('does not wait for a body that the answer cannot have', async () => {
      const url = await serve((_req, res) => {
        res.setHeader('content-encoding', 'gzip');
        res.setHeader('content-length', '1000');
        res.flushHeaders();
      });
      expect(await probe(url, { method: 'HEAD' })).toEqual({ state: 'up' });
    });

    it.each([204, 304])('%d needs no body', async status => {
      const url = await serveRaw(
        `HTTP/1.1 ${status} Whatever\r\nContent-Encoding: gzip\r\n\r\n`,
        stall,
      );
      expect(await probe(url)).toEqual({ state: 'up' });
    });

    it('does not read the body of a status that is down already', async () => {
      const url = await serveRaw(short.replace('200 OK', '503 Sorry'), stall);
      expect(await probe(url)).toEqual({ state: 'down', detail: 'http-503' });
    });
  });

  describe('reads no more than a megabyte', () => {
    const endless: RequestListener = (_req, res) => {
      const more = () => {
        while (!res.destroyed && res.write('x'.repeat(100_000)));
      };
      res.on('drain', more);
      more();
    };

    it('of a body without end, which by itself is no fault', async () => {
      const url = await serve(endless);
      expect(await probe(url, { timeout: 5_000 })).toEqual({ state: 'up' });
      expect(await probe(url, { timeout: 5_000, body: /x/ })).toEqual({
        state: 'up',
      });
    });

    it('of a body that never matches', async () => {
      const url = await serve(endless);
      expect(await probe(url, { body: /y/, timeout: 5_000 })).toEqual({
        state: 'down',
        detail: 'body-mismatch',
      });
    });

    it('and looks for the pattern in nothing beyond', async () => {
      const sizes = [999_999, 1_000_000];
      const states = sizes.map(async size => {
        const url = await serve((_req, res) => res.end(`${'x'.repeat(size)}y`));
        return (await probe(url, { timeout: 5_000, body: /y/ })).state;
      });
      expect(await Promise.all(states)).toEqual(['up', 'down']);
    });

    it('of what a small body decompresses to', async () => {
      const bomb = gzipSync(Buffer.alloc(200_000_000, 'x'));
      const url = await serve((_req, res) => {
        res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      });
      const before = process.memoryUsage().arrayBuffers;
      expect(await probe(url, { timeout: 5_000, body: /^x+$/ })).toEqual({
        state: 'up',
      });
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5e7);
    });
  });

  describe('takes its time beside the work of the process', () => {
    const as = 'a'.repeat(500_000);
    const random = randomBytes(500_000).map(byte => 97 + (byte % 2));

    // The first of them alone would keep an engine that goes back for years.
    it.each([
      [/(a+)+$/, `${as}!`],
      [/^(a|a)*$/, `${as}!`],
      [/^(a|aa)+$/, `${as}!`],
      [/^(([a-z])+.)+[A-Z]([a-z])+$/, as],
      [/(.*a){25}[^a]b/, as],
      [/a[ab]{300}[^ab]/, random],
    ])('to find %p in a contrived body', async (body, page) => {
      const url = await serve((_req, res) => res.end(page));
      let longest = 0;
      let last = performance.now();
      const clock = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 1);
      const { detail } = await probe(url, { body, timeout: 60_000 });
      clearInterval(clock);
      expect(detail).toBe('body-mismatch');
      expect(longest).toBeLessThan(500);
    });

    it('and no more than the probe has', async () => {
      const url = await serve((_req, res) => res.end(random));
      const body = /a[ab]{900}[^ab]/;
      expect(await probe(url, { body, timeout: 300 })).toEqual({
        state: 'down',
        detail: 'timeout',
      });
    });
  });

  describe('decompresses what was compressed unasked', () => {
    const page = '<title>Our portal</title>';
    const encodings = [
      ['gzip', gzipSync(page)],
      ['x-gzip', gzipSync(page)],
      ['deflate', deflateSync(page)],
      ['br', brotliCompressSync(page)],
    ] as const;

    async function serveEncoded(encoding: string, body: Buffer) {
      return serve((_req, res) => {
        res.writeHead(200, { 'content-encoding': encoding }).end(body);
      });
    }

    it.each(encodings)('%s', async (encoding, body) => {
      const url = await serveEncoded(encoding, body);
      expect(await probe(url, { body: /Our portal/ })).toEqual({ state: 'up' });
    });

    it.each(encodings)(
      '%s that was cut short is down',
      async (encoding, body) => {
        const cut = body.subarray(0, body.length - 9);
        const url = await serveEncoded(encoding, cut);
        expect(await probe(url)).toEqual({
          state: 'down',
          detail: 'invalid-answer',
        });
      },
    );

    it('where it is longer than what is read', async () => {
      const noise = randomBytes(2_000_000).toString('base64');
      const url = await serveEncoded('gzip', gzipSync(`${page}${noise}`));
      expect(await probe(url, { timeout: 5_000, body: /Our portal/ })).toEqual({
        state: 'up',
      });
    });

    it('and leaves what it does not know', async () => {
      const url = await serveEncoded('zstd', Buffer.from('anything'));
      expect(await probe(url)).toEqual({ state: 'up' });
    });
  });

  it('fails when the connection breaks', async () => {
    const port = await listen(
      createTcpServer(socket => socket.once('data', () => socket.destroy())),
    );
    expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({
      state: 'down',
      detail: 'connection-closed',
    });
  });

  it('fails on a malformed answer', async () => {
    const port = await listen(
      createTcpServer(socket => socket.end('SSH-2.0-OpenSSH\r\n')),
    );
    const { state, detail } = await probe(`http://127.0.0.1:${port}/`);
    expect(state).toBe('down');
    expect(detail).toBe('invalid-answer');
  });

  it('reports a refused connection without its address', async () => {
    const url = await serve(() => {});
    await new Promise(resolve => open.pop()!.close(resolve));
    expect(await probe(url)).toEqual({
      state: 'down',
      detail: 'connection-refused',
    });
    expect(await probe('http://nobody.invalid/')).toMatchObject({
      state: 'down',
      detail: 'dns',
    });
  });

  it.each<[string, RequestListener]>([
    ['before the answer', () => {}],
    ['amid the answer', (_req, res) => res.write('<html>')],
  ])(
    'rejects when aborted %s, instead of reporting down',
    async (_title, answer) => {
      const url = await serve(answer);
      const stopped = new AbortController();
      const check = new HttpProbe({
        name: 'portal',
        counts: true,
        url: new URL(url),
        method: 'GET',
        headers: {},
        statuses: [{ from: 200, to: 400 }],
        timeout: 60_000,
      }).check(stopped.signal);
      setTimeout(() => stopped.abort(), 50);
      await expect(check).rejects.toThrow(/abort/i);
    },
  );

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
        detail: 'tls',
      });
    });

    it('fails on an untrusted certificate', async () => {
      const stranger = selfSigned({
        from: new Date('2020-01-01'),
        to: new Date('2120-01-01'),
      });
      const { state, detail } = await probe(await serveTls(stranger));
      expect(state).toBe('down');
      expect(detail).toBe('tls');
    });
  });
});
