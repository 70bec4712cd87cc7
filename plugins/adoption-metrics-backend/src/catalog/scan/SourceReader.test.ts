import { NotFoundError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { entityNamed, readFrom } from '../__testUtils__/testEntities';
import { Ancestry } from '../locations';
import { EntityListReader } from './EntityListReader';
import { SourceReader } from './SourceReader';

const { signal } = new AbortController();
const origin = 'https://example.com/all.yaml';
const at = (name: string) => `https://example.com/${name}.yaml`;

function from(file: string, root = origin) {
  return { annotations: readFrom(file, root) };
}

function locationOf(
  name: string,
  traits: { in: string; lists: string[]; root?: string; gone?: string },
): Entity {
  return entityNamed(name, {
    kind: 'Location',
    spec: { targets: traits.lists },
    error: traits.gone && `no matching files found for ${traits.gone}`,
    ...from(traits.in, traits.root),
  });
}

/** `all.yaml` lists `a`, `b` and `nested`, which lists `deep`; `b` is gone. */
function tree(gone: string | undefined = at('b')): Entity[] {
  return [
    locationOf('registered', { in: origin, lists: [origin] }),
    locationOf('all', {
      in: origin,
      lists: ['./a.yaml', './b.yaml', './nested.yaml'],
      gone,
    }),
    locationOf('nested', { in: at('nested'), lists: ['./deep.yaml'] }),
    entityNamed('a', from(at('a'))),
    entityNamed('b', from(at('b'))),
    entityNamed('deep', from(at('deep'))),
  ];
}

async function unreadOf(entities: Entity[], reader = readerOf(entities)) {
  const sources = await SourceReader.create(reader, signal);
  const states = await sources.statesOf(entities);
  return Object.fromEntries(
    [...states].flatMap(([{ kind, metadata }, state]) => {
      const found = 'unread' in state ? state.unread?.place : undefined;
      const unknown = 'unknown' in state ? state.unknown : undefined;
      const said = found ?? unknown;
      return kind === 'Component' && said ? [[metadata.name, said]] : [];
    }),
  );
}

function readerOf(entities: Entity[]) {
  return new EntityListReader(entities, ['Component']);
}

describe('SourceReader', () => {
  it('finds what comes from a file that cannot be read, and nothing beside', async () => {
    expect(await unreadOf(tree())).toEqual({ b: `url:${at('b')}` });
  });

  it('finds what is further below, and names the file that failed', async () => {
    expect(await unreadOf(tree(at('nested')))).toEqual({
      deep: `url:${at('nested')}`,
    });
  });

  it('accepts what another location still reads', async () => {
    const other = locationOf('other', {
      in: at('x'),
      lists: [at('b')],
      root: at('x'),
    });
    expect(await unreadOf([...tree(), other])).toEqual({});
  });

  it('ends where locations lead to each other', async () => {
    const around = locationOf('around', {
      in: at('b'),
      lists: [origin, at('b')],
    });
    expect(await unreadOf([...tree(), around])).toEqual({
      b: `url:${at('b')}`,
    });
  });

  it('asks only below what fails, and once for each file', async () => {
    const entities = [
      ...tree(),
      entityNamed('twin', from(at('b'))),
      entityNamed('elsewhere', from(at('y'), at('y'))),
    ];
    const reader = readerOf(entities);
    const asked = jest.spyOn(reader, 'ancestryOf');
    await unreadOf(entities, reader);
    expect(asked.mock.calls.map(([ref]) => ref).sort()).toEqual([
      'component:default/b',
      'component:default/deep',
      'location:default/all',
      'location:default/registered',
    ]);

    const sound = tree(undefined).filter(
      ({ metadata }) => metadata.name !== 'all',
    );
    const calm = readerOf(sound);
    const calmly = jest.spyOn(calm, 'ancestryOf');
    expect(await unreadOf(sound, calm)).toEqual({});
    expect(calmly).not.toHaveBeenCalled();
  });

  it('says where the catalog does not tell, and goes on', async () => {
    const entities = tree();
    const reader = readerOf(entities);
    const ancestryOf = reader.ancestryOf.bind(reader);
    reader.ancestryOf = async (ref): Promise<Ancestry> => {
      if (ref.endsWith('/deep')) {
        throw new NotFoundError('No such entity');
      }
      return ancestryOf(ref);
    };
    expect(await unreadOf(entities, reader)).toEqual({
      b: `url:${at('b')}`,
      deep: 'the response was HTTP 404 (http-404)',
    });
  });

  it('leaves orphans to their own rule', async () => {
    const orphan = entityNamed('orphan', {
      annotations: {
        ...readFrom(at('b'), origin),
        'backstage.io/orphan': 'true',
      },
    });
    expect(await unreadOf([orphan, ...tree()])).toEqual({
      b: `url:${at('b')}`,
    });
  });
});
