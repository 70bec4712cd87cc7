import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { entityNamed, readFrom } from './__testUtils__/testEntities';
import { FailingLocation, targetsOf } from './locations';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const root = 'https://github.com/acme/catalog/blob/main/x/all.yaml';
const tree = 'url:https://github.com/acme/catalog/tree/main';

function location(spec: object, error?: string, source = root) {
  const annotations = readFrom(source);
  const kind = 'Location';
  return entityNamed('all', { kind, spec: { ...spec }, annotations, error });
}

describe('targetsOf', () => {
  it.each<[string, object, string[]]>([
    [
      'absolute',
      { target: 'https://github.com/acme/catalog/blob/main/a.yaml' },
      [`${tree}/a.yaml`],
    ],
    [
      'relative',
      { targets: ['./a.yaml', '../b.yaml'] },
      [`${tree}/x/a.yaml`, `${tree}/b.yaml`],
    ],
    ['rooted', { targets: ['/teams/a.yaml'] }, [`${tree}/teams/a.yaml`]],
    ['of another type', { type: 'ldap', target: './b' }, ['ldap:./b']],
    ['no', {}, []],
    ['malformed', { targets: [7, null, '', {}], target: 7 }, []],
    ['hardly any', { targets: './a.yaml' }, []],
  ])('finds %s targets the way the catalog does', (_, spec, expected) => {
    expect(targetsOf(location(spec), integrations)).toEqual(expected);
  });

  it('finds files the way the catalog does', () => {
    const nested = entityNamed('nested', {
      kind: 'Location',
      spec: { targets: ['./b c#.yaml', '../d.yaml', 'e.yaml', '/f.yaml'] },
      annotations: { 'backstage.io/managed-by-location': 'file:/srv/x/a.yaml' },
    });
    expect(targetsOf(nested, integrations)).toEqual([
      'file:/srv/x/b c#.yaml',
      'file:/srv/d.yaml',
      'file:e.yaml',
      'file:/f.yaml',
    ]);
  });

  it('reads what has no source and no specification', () => {
    const bare = entityNamed('bare', { kind: 'Location' });
    expect(targetsOf({ ...bare, spec: null } as never, integrations)).toEqual(
      [],
    );
  });
});

describe('FailingLocation', () => {
  const missing = (target: string) =>
    `NotFoundError: Unable to read url, no matching files found for ${target}`;
  const at = (path: string) => `${tree}/x/${path}`;
  const url = (path: string) => at(path).slice('url:'.length);

  it.each<[string, string[], string, Record<string, string | undefined>]>([
    [
      'the only target',
      ['./a.yaml'],
      'Error: no idea',
      { 'a.yaml': at('a.yaml'), 'other.yaml': at('a.yaml') },
    ],
    [
      'one of several',
      ['./a.yaml', './b.yaml'],
      missing(url('b.yaml')),
      { 'a.yaml': undefined, 'b.yaml': at('b.yaml'), 'c.yaml': at('b.yaml') },
    ],
    [
      'one whose name goes on where that of another ends',
      ['./a.yaml', './a.yaml.old'],
      missing(url('a.yaml.old')),
      { 'a.yaml': undefined, 'a.yaml.old': at('a.yaml.old') },
    ],
    [
      'a file that is no YAML',
      ['./a.yaml', './b.yaml'],
      `Error: YAML error at ${at('b.yaml')}, YAMLParseError: odd`,
      { 'a.yaml': undefined, 'b.yaml': at('b.yaml') },
    ],
    [
      'a pattern that matches nothing',
      ['./teams/*.yaml', './apps/**/*.yaml'],
      missing(url('apps/**/*.yaml')),
      {
        'teams/a.yaml': undefined,
        'apps/b.yaml': at('apps/**/*.yaml'),
        'apps/x/y/b.yaml': at('apps/**/*.yaml'),
      },
    ],
    [
      'one file of a pattern',
      ['./*/{a,b}.yaml'],
      `Error: YAML error at ${at('teams/b.yaml')}, odd`,
      { 'apps/a.yaml': undefined, 'teams/b.yaml': at('teams/b.yaml') },
    ],
    [
      'none by name',
      ['./a.yaml', './b.yaml'],
      'Error: Expected object at root, got string',
      { 'a.yaml': 'location:default/all', 'b.yaml': 'location:default/all' },
    ],
  ])('blames %s', (_, targets, error, expected) => {
    const failing = new FailingLocation(
      location({ targets }, error),
      integrations,
    );
    const blamed = Object.keys(expected).map(path => [
      path,
      failing.unreadFor(at(path))?.place,
    ]);
    expect(Object.fromEntries(blamed)).toEqual(expected);
  });

  it('recognizes files however their addresses are escaped', () => {
    const azure = 'https://dev.azure.com/acme/p/_git/r?path=/x/all.yaml';
    const target = './t%20m/*.yaml';
    const failing = new FailingLocation(
      location(
        { targets: [target, './b.yaml'] },
        'YAML error at url:https://dev.azure.com/acme/p/_git/r?path=/x/t%20m/b.yaml, odd 100%',
        azure,
      ),
      integrations,
    );
    const source = (path: string) =>
      `url:https://dev.azure.com/acme/p/_git/r?path=${encodeURIComponent(
        path,
      )}`;
    expect(failing.unreadFor(source('/x/t m/b.yaml'))?.place).toBe(
      source('/x/t m/b.yaml'),
    );
    expect(failing.reads(source('/x/t m/a.yaml'))).toBe(true);
    expect(failing.reads(source('/y/a.yaml'))).toBe(false);
  });

  // Each keeps an engine that goes back busy for hours, or fills the stack.
  it.each([
    ['a pattern', 'url:**/a**/b**/c', `${'(/ab'.repeat(250)}`],
    ['an escaped address', `url:${'%25'.repeat(3)}${'25'.repeat(200_000)}`, ''],
  ])('is not held up by %s that someone contrived', (_, target, error) => {
    const failing = new FailingLocation(
      location({ type: 'other', targets: [target, './b'] }, `no ${error}`),
      integrations,
    );
    expect(failing.reads(`other:${error}`)).toBe(false);
  });
});
