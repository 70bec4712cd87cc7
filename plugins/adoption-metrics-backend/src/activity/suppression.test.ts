import fc from 'fast-check';
import { NestedGroup, suppress, suppressionOf } from './suppression';

const MINIMUM_GROUP_SIZE = 5;

function group(
  id: string,
  size: number,
  active: number,
  parentId?: string,
): NestedGroup {
  return { id, size, active, parentId };
}

function hiddenAmong(groups: NestedGroup[], size: number, active: number) {
  const whole = { size, active };
  return Object.fromEntries(
    suppress(groups, { minimumGroupSize: MINIMUM_GROUP_SIZE, whole }),
  );
}

describe('suppressionOf', () => {
  it.each([
    [4, 2, 'too-few-people'],
    [5, 2, undefined],
    [5, 0, 'reveals-everybody'],
    [9, 9, 'reveals-everybody'],
    [10, 0, undefined],
    [10, 10, undefined],
  ])('of %d people of whom %d are active is %p', (size, active, reason) => {
    expect(suppressionOf({ size, active }, MINIMUM_GROUP_SIZE)).toBe(reason);
  });

  it('takes the minimum group size from the configuration', () => {
    expect(suppressionOf({ size: 19, active: 3 }, 20)).toBe('too-few-people');
    expect(suppressionOf({ size: 1, active: 1 }, 1)).toBe('reveals-everybody');
  });
});

describe('suppress', () => {
  it('hides nothing where every group is large enough', () => {
    const groups = [group('a', 6, 3), group('b', 20, 20), group('c', 9, 1)];
    expect(hiddenAmong(groups, 35, 24)).toEqual({});
  });

  it('hides the next smallest beside a group that is hidden alone', () => {
    const groups = [group('a', 3, 1), group('b', 8, 2), group('c', 20, 9)];
    expect(hiddenAmong(groups, 31, 12)).toEqual({
      a: 'too-few-people',
      b: 'complementary',
    });
  });

  it('hides the next smallest as well where people are in none of the groups', () => {
    const groups = [group('a', 3, 1), group('b', 8, 2), group('c', 20, 9)];
    expect(hiddenAmong(groups, 40, 16)).toEqual({
      a: 'too-few-people',
      b: 'complementary',
    });
  });

  it('hides no other group beside two hidden ones that are large enough together', () => {
    const groups = [group('a', 3, 1), group('b', 4, 1), group('c', 20, 9)];
    expect(hiddenAmong(groups, 27, 11)).toEqual({
      a: 'too-few-people',
      b: 'too-few-people',
    });
  });

  it('hides more while it follows that nobody in the hidden groups was active', () => {
    const groups = [
      group('a', 3, 0),
      group('b', 12, 0),
      group('c', 20, 9),
      group('d', 30, 9),
    ];
    expect(hiddenAmong(groups, 65, 18)).toEqual({
      a: 'too-few-people',
      b: 'complementary',
      c: 'complementary',
    });
  });

  it('hides the groups within a hidden one, since their sum would reveal it', () => {
    const groups = [
      group('small', 3, 1),
      group('next', 12, 5),
      group('next-a', 6, 2, 'next'),
      group('next-b', 6, 3, 'next'),
      group('large', 50, 20),
      group('large-a', 25, 10, 'large'),
      group('large-b', 25, 10, 'large'),
    ];
    expect(hiddenAmong(groups, 65, 26)).toEqual({
      small: 'too-few-people',
      next: 'complementary',
      'next-a': 'complementary',
      'next-b': 'complementary',
    });
  });

  it('hides a single group beside people who are in none', () => {
    const groups = [group('top', 12, 6), group('inner', 3, 1, 'top')];
    expect(hiddenAmong(groups, 12, 6)).toEqual({ inner: 'too-few-people' });
  });

  it('treats a group with an unknown parent as one without a parent', () => {
    const groups = [group('a', 3, 1, 'gone'), group('b', 8, 2)];
    expect(hiddenAmong(groups, 11, 3)).toEqual({
      a: 'too-few-people',
      b: 'complementary',
    });
  });

  it('terminates when groups contain each other', () => {
    const groups = [group('a', 30, 1, 'b'), group('b', 30, 1, 'a')];
    expect(hiddenAmong(groups, 60, 3)).toEqual({});
  });
});

/** Some disjoint groups, and people of the one around them who are in none. */
const family = fc
  .tuple(
    fc.array(fc.record({ size: fc.nat(25), share: fc.nat(100) }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.record({ size: fc.nat(6), share: fc.nat(100) }),
  )
  .map(([children, direct]) => {
    const count = ({ size, share }: { size: number; share: number }) => ({
      size,
      active: Math.round((size * share) / 100),
    });
    return { children: children.map(count), direct: count(direct) };
  });

/** The smallest and largest active count that the shown rows leave open. */
function possibleRange(
  hidden: { size: number },
  others: Array<{ size: number }>,
  unexplained: number,
) {
  const elsewhere = others.reduce((total, { size }) => total + size, 0);
  return {
    least: Math.max(0, unexplained - elsewhere),
    most: Math.min(hidden.size, unexplained),
  };
}

it('never lets a hidden group be computed from its parent and siblings', () => {
  fc.assert(
    fc.property(family, ({ children, direct }) => {
      const all = [...children, direct];
      const total = (key: 'size' | 'active') =>
        all.reduce((sum, each) => sum + each[key], 0);
      const whole = { size: total('size'), active: total('active') };
      // That nobody or everybody of the whole was active says it of every part.
      fc.pre(whole.active > 0 && whole.active < whole.size);
      fc.pre(whole.size >= MINIMUM_GROUP_SIZE);
      const groups = children.map(({ size, active }, index) =>
        group(String(index), size, active),
      );
      const reasons = suppress(groups, {
        minimumGroupSize: MINIMUM_GROUP_SIZE,
        whole,
      });
      const shown = groups.filter(({ id }) => !reasons.has(id));
      const unexplained = shown.reduce(
        (rest, { active }) => rest - active,
        whole.active,
      );
      const hidden = groups.filter(({ id }) => reasons.has(id));
      for (const each of hidden.filter(({ size }) => size > 0)) {
        const others = [...hidden.filter(other => other !== each), direct];
        const { least, most } = possibleRange(each, others, unexplained);
        expect(most).toBeGreaterThan(least);
      }
      for (const { size, active } of shown) {
        expect(size).toBeGreaterThanOrEqual(MINIMUM_GROUP_SIZE);
        expect(size >= 10 || (active > 0 && active < size)).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
