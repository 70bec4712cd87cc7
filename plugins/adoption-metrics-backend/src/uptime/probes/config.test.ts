import { ConfigReader } from '@backstage/config';
import { RE2JS } from 're2js';
import { readKey } from '../../configuration';
import { probesConfig, probesOf } from './config';

function read(probes?: object, baseUrl?: string) {
  const key = 'adoptionMetrics.uptime.probes';
  const config = new ConfigReader({
    adoptionMetrics: { uptime: { probes } },
  } as never);
  return probesOf(readKey(config, key, probesConfig.prefault({})), baseUrl);
}

const url = 'https://docs.example.com/search?q=1';

describe('probesOf', () => {
  it("checks the portal's own address by default", () => {
    expect(read(undefined, 'https://portal.example.com')).toEqual([
      {
        name: 'portal',
        counts: true,
        url: new URL('https://portal.example.com'),
        method: 'GET',
        headers: {},
        statuses: [{ from: 200, to: 400 }],
        body: undefined,
        timeout: 10_000,
      },
    ]);
    const disabled = { portal: { enabled: false } };
    expect(read(disabled, 'https://portal.example.com')).toEqual([]);
    expect(read()).toEqual([]);
  });

  it('changes the probe of the portal', () => {
    const portal = { counts: false, timeout: '2s', url };
    expect(read({ portal }, 'https://portal.example.com')).toMatchObject([
      { name: 'portal', counts: false, timeout: 2_000, url: new URL(url) },
    ]);
  });

  it('adds others, which do not count unless configured to', () => {
    const docs = { url, method: 'HEAD', status: [200, '301-308'], body: 'a+' };
    expect(read({ docs })).toEqual([
      {
        name: 'docs',
        counts: false,
        url: new URL(url),
        method: 'HEAD',
        headers: {},
        statuses: [
          { from: 200, to: 201 },
          { from: 301, to: 309 },
        ],
        body: RE2JS.compile('a+'),
        timeout: 10_000,
      },
    ]);
  });

  it.each([
    [{ docs: {} }, /probes\.docs\.url is missing; expected absolute http/],
    [{ docs: { url: '/docs' } }, /probes\.docs\.url is '\/docs'/],
    [{ docs: { url: 'ftp://a' } }, /probes\.docs\.url is 'ftp:\/\/a'/],
    [
      { docs: { url: 'https://me:pass@a' } },
      /probes\.docs\.url contains a user name or password; send them in 'headers' instead, with \$env/,
    ],
    [{ docs: { url: 'me:pass@a' } }, /url is not a URL; expected/],
    [
      { docs: { url, headers: { Authorization: 'pass\nword' } } },
      /headers\.Authorization is a secret of 9 characters/,
    ],
    [
      { docs: { url, headers: { 'Transfer-Encoding': 'pass' } } },
      /headers has 'Transfer-Encoding'; expected names of letters/,
    ],
    [
      { 'a b': { url } },
      /uptime\.probes has 'a b'; expected up to 63 letters, digits/,
    ],
    [
      { docs: { url, method: 'DELETE' } },
      /method is 'DELETE'; expected GET, HEAD, POST/,
    ],
    [{ docs: { url, status: 99 } }, /status is 99; .*'200-399'/],
    [{ docs: { url, status: '399-200' } }, /status is '399-200'/],
    [{ docs: { url, status: [] } }, /status is \[\]/],
    [{ docs: { url, body: '(' } }, /body is '\('; .*regular expressions/],
    [{ docs: { url, body: '(?<=a)b' } }, /docs\.body is .*RE2.* neither look/],
    [{ docs: { url, body: '(?!a)b' } }, /docs\.body is .*RE2.* neither look/],
    [{ docs: { url, body: '(a)\\1' } }, /docs\.body is .*nor backreferences/],
    [
      { docs: { url, timeout: '2 minutes' } },
      /timeout is '2 minutes'.*1 minute/,
    ],
    [{ docs: { url, enabled: 'no' } }, /enabled is 'no'; .*true or false/],
  ])('refuses %j', (probes, message) => {
    expect(() => read(probes)).toThrow(message);
    expect(() => read(probes)).not.toThrow(/pass$|pass[^w]/);
  });
});
