import { randomBytes } from 'node:crypto';
import { addedBy, weigh } from './weight';

const body = Buffer.from('');
const resource = (path: string, content = body) => ({ path, body: content });

describe('addedBy', () => {
  it('is what comes with the part alone', () => {
    const common = [resource('/static/main.js'), resource('/api/catalog')];
    const own = [resource('/static/card.js'), resource('/api/overview')];
    expect(addedBy([...common, ...own], common)).toEqual(own);
  });
});

describe('weigh', () => {
  it('counts each answer, and each file once', () => {
    const weight = weigh([
      resource('/api/overview'),
      resource('/api/overview'),
      resource('/static/card.js'),
      resource('/static/card.js'),
      resource('/static/card.css'),
    ]);
    expect(weight).toMatchObject({ requests: 2, files: 2 });
  });

  it('adds up what is left after compression', () => {
    const noise = randomBytes(20_000);
    const { gzippedKilobytes } = weigh([
      resource('/static/noise.js', noise),
      resource('/static/zeros.js', Buffer.alloc(20_000)),
    ]);
    expect(gzippedKilobytes).toBeGreaterThan(20);
    expect(gzippedKilobytes).toBeLessThan(20.2);
  });

  it('weighs nothing where nothing came', () => {
    expect(weigh([])).toEqual({ requests: 0, files: 0, gzippedKilobytes: 0 });
  });
});
