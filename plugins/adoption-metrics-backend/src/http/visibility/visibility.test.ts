import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { CatalogVisibility } from './CatalogVisibility';
import { withoutHidden } from './withoutHidden';

const ada = mockCredentials.user('user:default/ada');
const entities = ['group:default/open', 'group:default/secret', 'user:x/spy'];

function setUp(failure?: Error) {
  const asked: string[][] = [];
  const visibility = new CatalogVisibility({
    auth: mockServices.auth(),
    credentials: ada,
    catalog: {
      getEntitiesByRefs: async ({ entityRefs }, { credentials }) => {
        asked.push(entityRefs);
        const isCaller = credentials === ada;
        if (isCaller && failure) {
          throw failure;
        }
        const items = entityRefs.map(ref =>
          entities.includes(ref) && !(isCaller && /secret|spy/.test(ref))
            ? ({ kind: 'Any' } as never)
            : undefined,
        );
        return { items };
      },
    },
  });
  return { visibility, asked };
}

describe('CatalogVisibility', () => {
  it('tells what is readable, what is hidden, and what is neither', async () => {
    const { visibility } = setUp();
    const refs = [...entities, 'group:default/none'];
    expect([...(await visibility.readable(refs))]).toEqual([entities[0]]);
    expect([...(await visibility.hidden(refs))]).toEqual(entities.slice(1));
  });

  it('asks about each entity once, and about many in parts', async () => {
    const { visibility, asked } = setUp();
    const many = Array.from({ length: 450 }, (_, i) => `user:default/u${i}`);
    await visibility.readable([...many, ...many]);
    await visibility.readable(many);
    expect(asked.map(({ length }) => length)).toEqual([200, 200, 50]);
  });

  it('shows nothing to a token that may not ask the catalog', async () => {
    const { visibility } = setUp(new NotAllowedError('restricted'));
    expect((await visibility.readable(entities)).size).toBe(0);
    expect((await visibility.hidden(entities)).size).toBe(3);
  });

  it('hides everything while the catalog does not answer', async () => {
    const { visibility } = setUp(new Error('down'));
    await expect(visibility.readable(entities)).rejects.toThrow(
      /^The catalog did not respond/,
    );
    expect((await visibility.hidden([...entities, 'a:b/c'])).size).toBe(4);
  });
});

describe('withoutHidden', () => {
  const strip = (answer: object) => withoutHidden(answer, setUp().visibility);

  it.each<[string, object, object]>([
    [
      'rows about what is hidden',
      { rows: [{ id: 'group:default/secret' }, { id: 'group:default/open' }] },
      { rows: [{ id: 'group:default/open' }] },
    ],
    [
      'members of lists',
      { ownerRefs: ['Group:default/Secret', 'group:default/none'] },
      { ownerRefs: ['group:default/none'] },
    ],
    [
      'who did something',
      { log: [{ by: 'user:x/spy', note: 'Hello' }], writtenBy: 'user:x/spy' },
      { log: [{ by: null, note: 'Hello' }], writtenBy: null },
    ],
    [
      'names in sentences, whatever stands around them',
      { text: 'Ask user:x/spy. Not "user:x/spy", (group:default/open)!' },
      { text: 'Ask (hidden). Not "(hidden)", (group:default/open)!' },
    ],
    [
      'names within ids',
      { id: 'others:group:default/secret', text: 'http://a/b 12:00 a/b c:d' },
      { id: 'others:(hidden)', text: 'http://a/b 12:00 a/b c:d' },
    ],
    [
      'nothing else',
      { at: null, n: 1, on: true },
      { at: null, n: 1, on: true },
    ],
  ])('leaves out %s', async (_what, answer, expected) => {
    expect(await strip(answer)).toEqual(expected);
  });

  it('answers with nothing where all is about what is hidden', async () => {
    await expect(strip({ team: 'group:default/secret' })).rejects.toThrow(
      /^Not found, or you do not have access$/,
    );
  });

  it('reads a long text in no time', async () => {
    const text = `${'a'.repeat(300_000)}:b/${'c:/'.repeat(100_000)}`;
    const startedAt = performance.now();
    await strip({ text });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
