import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that vouches for itself, and its key, in PEM. */
export interface SelfSigned {
  cert: string;
  key: string;
}

/** Makes a certificate for `localhost`; X.509 (RFC 5280) in DER by hand. */
export function selfSigned(validity: { from: Date; to: Date }): SelfSigned {
  const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = der(
    0x30,
    der(0x31, der(0x30, oid('550403'), utf8('localhost'))),
  );
  const certificate = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256(),
    name,
    der(0x30, time(validity.from), time(validity.to)),
    name,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, alternativeNames())),
  );
  const signature = sign('sha256', certificate, pair.privateKey);
  const bits = der(0x03, Buffer.from([0]), signature);
  return {
    cert: pem(der(0x30, certificate, ecdsaWithSha256(), bits)),
    key: String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function alternativeNames(): Buffer {
  const dnsName = der(0x82, Buffer.from('localhost'));
  return der(0x30, oid('551d11'), der(0x04, der(0x30, dnsName)));
}

function ecdsaWithSha256(): Buffer {
  return der(0x30, oid('2a8648ce3d040302'));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function utf8(text: string): Buffer {
  return der(0x0c, Buffer.from(text));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(digits));
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function pem(certificate: Buffer): string {
  const lines = certificate
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
