import fc from 'fast-check';
import { z } from 'zod';
import { createCursors } from './cursors';

const secret = 'a secret of some thirty-two letters';
const schema = z.object({ since: z.number(), entityRef: z.string() });
const cursors = createCursors(secret)('GET /catalog/stale-entities', schema);
const position = { since: 1_772_000_000_000, entityRef: 'component:default/a' };
const mine = {
  query: { owner: 'me', limit: 20 },
  signature: 'user:default/ada',
};
const asking = (cursor: string, asked: typeof mine = mine) => ({
  ...asked,
  query: { ...asked.query, cursor },
});

describe('createCursors', () => {
  it('reads what it wrote, on every replica', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (since, text) => {
          const other = createCursors(secret)(
            'GET /catalog/stale-entities',
            schema,
          );
          const written = cursors.write({ since, entityRef: text }, mine);
          expect(other.read(asking(written))).toEqual({
            since,
            entityRef: text,
          });
        },
      ),
      { numRuns: 50 },
    );
    expect(cursors.read(mine)).toBeUndefined();
  });

  it('reveals nothing of the position, not even its length, and never the same', () => {
    const [one, other] = [0, 1].map(() => cursors.write(position, mine));
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]+$/);
    const bytes = Buffer.from(one, 'base64url').toString('latin1');
    expect(bytes).not.toContain('component');
    const long = {
      ...position,
      entityRef: `component:default/${'a'.repeat(63)}`,
    };
    expect(cursors.write(long, mine)).toHaveLength(one.length);
  });

  it('continues with pages of another length', () => {
    const written = cursors.write(position, mine);
    const longer = { ...mine, query: { ...mine.query, limit: 50 } };
    expect(cursors.read(asking(written, longer))).toEqual(position);
  });

  it('refuses those of other routes, secrets, callers, filters, and makers', () => {
    const written = cursors.write(position, mine);
    const elsewhere = createCursors(secret)('GET /uptime/incidents', schema);
    const older = createCursors(secret)(
      'GET /catalog/stale-entities',
      z.object({ id: z.number() }),
    );
    const stranger = createCursors('another')(
      'GET /catalog/stale-entities',
      schema,
    );
    const flipped = `${written[0] === 'A' ? 'B' : 'A'}${written.slice(1)}`;
    for (const read of [
      () => elsewhere.read(asking(written)),
      () => older.read(asking(written)),
      () => stranger.read(asking(written)),
      () => cursors.read(asking(written, { ...mine, signature: 'user:x/y' })),
      () =>
        cursors.read(
          asking(written, { ...mine, query: { ...mine.query, owner: 'none' } }),
        ),
      () => cursors.read(asking(flipped)),
      () => cursors.read(asking(written.slice(0, -1))),
      () => cursors.read(asking(written.repeat(9))),
      () => cursors.read(asking('x')),
      () => cursors.read(asking('')),
    ]) {
      expect(read).toThrow(/^'cursor' is .*; expected the 'nextCursor' of/);
    }
  });
});
