import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

const KEY_ID = 'test';

/** Stands in for the auth backend: issues user tokens and serves the key. */
export class SignIn {
  private constructor(
    private readonly server: Server,
    private readonly privateKey: KeyObject,
  ) {}

  static async start(): Promise<SignIn> {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = { ...keys.publicKey.export({ format: 'jwk' }), alg: 'ES256' };
    const body = JSON.stringify({ keys: [{ ...jwk, kid: KEY_ID }] });
    const server = createServer((_req, res) => {
      res.setHeader('Content-Type', 'application/json').end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SignIn(server, keys.privateKey);
  }

  /** The base URL of the auth plugin, for `discovery.endpoints`. */
  get baseUrl(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/auth`;
  }

  /** A token as Backstage gives it to a signed-in person for an hour. */
  tokenOf(userEntityRef: string): string {
    const iat = Math.floor(Date.now() / 1000);
    const header = { typ: 'vnd.backstage.user', alg: 'ES256', kid: KEY_ID };
    const payload = { sub: userEntityRef, iat, exp: iat + 3600 };
    const signed = [header, payload].map(encode).join('.');
    const signature = sign('sha256', Buffer.from(signed), {
      key: this.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${signed}.${signature.toString('base64url')}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
