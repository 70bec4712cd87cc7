import { once } from 'node:events';
import { AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { createBodyReader } from './createBodyReader';

function serve(longestMs?: number) {
  const app = express();
  app.post('/', createBodyReader(longestMs), (req, res) => {
    res.json(req.body);
  });
  app.use(
    (
      error: { status: number },
      _req: unknown,
      res: express.Response,
      _next: unknown,
    ) => {
      res.status(error.status).end();
    },
  );
  return app;
}

describe('createBodyReader', () => {
  const post = (body: Buffer) =>
    request(serve())
      .post('/')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize(bytes => bytes as never)
      .send(body);

  it('takes compressed bodies, and measures them by what they become', async () => {
    expect((await post(gzipSync('{"a":1}'))).body).toEqual({ a: 1 });
    const bomb = gzipSync(`["${'a'.repeat(50_000_000)}"]`);
    expect(bomb.length).toBeLessThan(60_000);
    expect((await post(bomb)).status).toBe(413);
  });

  it('closes a connection whose body does not come', async () => {
    const server = serve(100).listen(0);
    const { port } = server.address() as AddressInfo;
    const socket = connect(port);
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    await once(socket.resume(), 'close');
    expect(socket.bytesRead).toBe(0);
    server.close();
  });
});
