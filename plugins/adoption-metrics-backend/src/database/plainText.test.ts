import { TestDatabaseId } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { anyText } from './__testUtils__/anyText';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { plainText } from './plainText';

const anyLimit = fc.integer({ min: 0, max: 300 });

describe('plainText', () => {
  it.each([
    ['a text that fits', 'Grüße, 😀', 9, 'Grüße, 😀'],
    ['an emoji across the end', `${'x'.repeat(299)}😀!`, 300, 'x'.repeat(299)],
    [
      'an emoji before the end',
      `${'x'.repeat(298)}😀!`,
      300,
      `${'x'.repeat(298)}😀`,
    ],
    ['a family across the end', 'Ada 👩‍👩‍👧‍👦', 10, 'Ada '],
    ['a letter and its accent', 'cafe\u0301', 4, 'caf'],
    ['a flag', '🇨🇭🇨🇭', 6, '🇨🇭'],
    ['a line break of two', 'ab\r\ncd', 3, 'ab'],
    [
      'a pile of accents',
      `a${'\u0301'.repeat(99)}`,
      70,
      `a${'\u0301'.repeat(69)}`,
    ],
    ['a pile of emoji', '😀\u200d'.repeat(99), 70, '😀\u200d'.repeat(23)],
    ['U+0000', 'Cut\u000012', 255, 'Cut\uFFFD12'],
    ['the first half of an emoji', 'a\ud83d', 255, 'a\uFFFD'],
    ['the second half of an emoji', '\ude00a', 255, '\uFFFDa'],
    ['nothing', '', 0, ''],
  ])('takes %s', (_, text, most, expected) => {
    expect(plainText(text, { most })).toBe(expected);
  });

  it('is a text of at most so many units, and no other once it is', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, most) => {
        const plain = plainText(text, { most });
        expect(plain.length).toBeLessThanOrEqual(most);
        expect(plain).not.toMatch(/[\0\p{Surrogate}]/u);
        expect(plainText(plain, { most })).toBe(plain);
      }),
    );
  });

  it('keeps every text that is one, and begins as long ones do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anyLimit, (given, most) => {
        const text = given.replaceAll('\0', '');
        const plain = plainText(text, { most });
        expect(text.startsWith(plain)).toBe(true);
        expect(plain === text).toBe(text.length <= most);
      }),
    );
  });

  const databases = createTestDatabases();
  it.each(databases.eachSupportedId())(
    'is read from %p as it was stored',
    async (engine: TestDatabaseId) => {
      const knex = await databases.create(engine);
      await knex.schema.createTable('texts', table => {
        table.integer('id').primary();
        table.string('text', 255);
      });
      const texts = fc.sample(anyText, 200);
      const rows = texts.map((text, id) => ({
        id,
        text: plainText(text, { most: 255 }),
      }));
      await knex('texts').insert(rows);
      expect(await knex('texts').orderBy('id')).toEqual(rows);
    },
  );
});
