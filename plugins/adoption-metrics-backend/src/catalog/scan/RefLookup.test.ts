import { RefLookup } from './RefLookup';

const { signal } = new AbortController();

function setUp() {
  const existing = jest.fn(
    async (refs: string[]) => new Set(refs.filter(ref => ref !== 'gone')),
  );
  const lookup = new RefLookup({ existing } as never, signal);
  const asked = () => existing.mock.calls.map(([refs]) => refs);
  return { lookup, asked };
}

describe('RefLookup', () => {
  it('looks up each ref once, whether or not it exists', async () => {
    const { lookup, asked } = setUp();
    expect(await lookup.existing(['a', 'gone', 'a'])).toEqual(new Set(['a']));
    expect(await lookup.existing(['gone', 'b'])).toEqual(new Set(['b']));
    await lookup.existing(['a', 'b']);
    expect(asked()).toEqual([['a', 'gone'], ['b']]);
  });

  it('looks up again what it evicted, the oldest first', async () => {
    const { lookup, asked } = setUp();
    const refs = Array.from({ length: 50_000 }, (_, index) => `r${index}`);
    await lookup.existing(['first', ...refs]);
    await lookup.existing(['r0', 'first']);
    expect(asked()[1]).toEqual(['first']);
  });
});
