import fc from 'fast-check';
import { z } from 'zod';
import { explain } from './explain';
import {
  cursor,
  day,
  entityRef,
  flag,
  idOf,
  instantOrDay,
  text,
  wholeNumber,
} from './parameters';

const query = z.strictObject({
  limit: wholeNumber({ least: 1, most: 200 }).default(50),
  day: day.optional(),
  at: instantOrDay.optional(),
  names: flag.default(false),
  entity: entityRef.optional(),
  kind: text().optional(),
  state: z.enum(['stale', 'any']).default('stale'),
  id: idOf('an alert').optional(),
  cursor: cursor.optional(),
});

function refuse(given: object): string {
  const { error } = query.safeParse(given);
  const [issue] = error!.issues;
  return explain(issue, { part: 'query', schema: query, given });
}

describe('parameters', () => {
  it('are read from text, with defaults', () => {
    expect(query.parse({})).toEqual({
      limit: 50,
      names: false,
      state: 'stale',
    });
    expect(
      query.parse({
        limit: '7',
        day: '2028-02-29',
        at: '2026-11-23T12:00:00Z',
        names: 'true',
        entity: 'Component:Default/Shop',
        id: '0',
      }),
    ).toMatchObject({
      limit: 7,
      names: true,
      entity: 'component:default/shop',
      id: 0,
    });
  });

  it.each([
    [
      { kind: 'a\0b' },
      "'kind' is 'a b' and contains U+0000; expected texts of 1 to 255 characters",
    ],
    [
      { entity: 'group:default/\ud83d' },
      "'entity' is 'group:default/ ' and contains U+D83D; expected full entity refs such as component:default/shop",
    ],
    [{ limit: '0' }, "'limit' is '0'; expected whole numbers from 1 to 200"],
    [
      { limit: '1e1' },
      "'limit' is '1e1'; expected whole numbers from 1 to 200",
    ],
    [
      { day: '2026-02-30' },
      "'day' is '2026-02-30'; expected days written as YYYY-MM-DD, such as 2026-03-31",
    ],
    [
      { day: '2026-11-23T12:00:00Z' },
      "'day' is '2026-11-23T12:00:00Z'; expected days written as YYYY-MM-DD, such as 2026-03-31",
    ],
    [
      { at: 'noon' },
      "'at' is 'noon'; expected instants in UTC such as 2026-11-23T12:00:00Z, and days such as 2026-11-23",
    ],
    [{ names: 'yes' }, "'names' is 'yes'; expected true or false"],
    [
      { entity: 'shop' },
      "'entity' is 'shop'; expected full entity refs such as component:default/shop",
    ],
    [{ kind: '' }, "'kind' is empty; expected texts of 1 to 255 characters"],
    [{ state: 'new' }, "'state' is 'new'; expected stale, any"],
    [{ id: 'x' }, "'id' is 'x'; expected the 'id' of an alert"],
    [
      { cursor: '?' },
      "'cursor' is '?'; expected the 'nextCursor' of the previous page",
    ],
    [
      { foo: '1' },
      "'foo' is unknown; expected limit, day, at, names, entity, kind, state, id, cursor",
    ],
  ])('refuse %j', (given, message) => {
    expect(refuse(given)).toBe(message);
  });

  it('accept nothing else, and say so in one line', () => {
    const names = Object.keys(query.shape);
    fc.assert(
      fc.property(
        fc.constantFrom(...names, 'bogus', '__proto__', 'toString'),
        fc.string({ unit: 'binary' }),
        (name, value) => {
          const given = Object.fromEntries([[name, value]]);
          const accepted = query.safeParse(given).success;
          const message = accepted ? '' : refuse(given);
          expect(accepted ? names : [name]).toContain(name);
          expect(message).toMatch(
            new RegExp(`^('${name}' is .*; expected .*)?$`),
          );
          expect(message).not.toMatch(/\p{C}/u);
          expect(message.length).toBeLessThan(300);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('read whole numbers as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), number => {
        const result = query.safeParse({ limit: String(number) });
        expect(result.success).toBe(number >= 1 && number <= 200);
        expect(result.data?.limit ?? number).toBe(number);
      }),
    );
  });

  it('read every day of the calendar and no other', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1000-01-01'),
          max: new Date('9999-12-31'),
          noInvalidDate: true,
        }),
        date => {
          const written = date.toISOString().slice(0, 10);
          expect(query.parse({ day: written }).day).toBe(written);
        },
      ),
    );
  });
});
