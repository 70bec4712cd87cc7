import fc from 'fast-check';
import { z } from 'zod';
import { createCursors } from './cursors';

const secret = 'a secret of some thirty-two letters';
const schema = z.object({ since: z.number(), entityRef: z.string() });
const cursors = createCursors(secret)('GET /catalog/stale-entities', schema);
const position = { since: 1_772_000_000_000, entityRef: 'component:default/a' };

describe('createCursors', () => {
  it('reads what it wrote, on every replica', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.string({ unit: 'binary' }),
        (since, text) => {
          const other = createCursors(secret)(
            'GET /catalog/stale-entities',
            schema,
          );
          const written = cursors.write({ since, entityRef: text });
          expect(other.read(written)).toEqual({ since, entityRef: text });
        },
      ),
      { numRuns: 50 },
    );
    expect(cursors.read(undefined)).toBeUndefined();
  });

  it('reveals nothing of the position, and never the same', () => {
    const [one, other] = [cursors.write(position), cursors.write(position)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]+$/);
    const bytes = Buffer.from(one, 'base64url').toString('latin1');
    expect(bytes).not.toContain('component');
  });

  it('refuses those of other routes, secrets and makers', () => {
    const written = cursors.write(position);
    const elsewhere = createCursors(secret)('GET /uptime/incidents', schema);
    const stranger = createCursors('another')(
      'GET /catalog/stale-entities',
      schema,
    );
    const flipped = `${written[0] === 'A' ? 'B' : 'A'}${written.slice(1)}`;
    for (const read of [
      () => elsewhere.read(written),
      () => stranger.read(written),
      () => cursors.read(flipped),
      () => cursors.read(written.slice(0, -1)),
      () => cursors.read('x'),
      () => cursors.read(''),
    ]) {
      expect(read).toThrow(/^'cursor' is .*; accepted is the 'nextCursor' of/);
    }
  });
});
