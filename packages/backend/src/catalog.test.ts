import { readdirSync, readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parse, parseAllDocuments } from 'yaml';

const folder = resolvePackagePath('backend', 'catalog');

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => name.replaceAll('\\', '/'))
  .sort();

const entities: Entity[] = files.flatMap(name =>
  parseAllDocuments(readFileSync(resolvePath(folder, name), 'utf8')).map(
    document => document.toJS(),
  ),
);

const references = entities.map(entity =>
  stringifyEntityRef(getCompoundEntityRef(entity)),
);

const config = parse(
  readFileSync(resolvePackagePath('backend', '../../app-config.yaml'), 'utf8'),
);

function count(kind: string, type?: string) {
  return entities.filter(
    entity => entity.kind === kind && (!type || entity.spec?.type === type),
  ).length;
}

function ownerOf(entity: Entity) {
  return stringifyEntityRef(
    parseEntityRef(String(entity.spec?.owner), { defaultKind: 'group' }),
  );
}

describe('the catalog of the demo', () => {
  it('names nothing twice', () => {
    expect(new Set(references).size).toBe(references.length);
  });

  it('has 300 developers in 25 teams and 47 services', () => {
    expect(count('User')).toBe(300);
    expect(count('Group', 'team')).toBe(25);
    expect(count('Component', 'service')).toBe(47);
  });

  it('puts everyone into a team that exists', () => {
    const users = entities.filter(entity => entity.kind === 'User');

    expect(references).toEqual(
      expect.arrayContaining(
        users
          .flatMap(user => user.spec?.memberOf as string[])
          .map(team => `group:default/${team}`),
      ),
    );
  });

  it('leaves six of a hundred entities without an owner that exists', () => {
    const owned = entities.filter(entity => entity.spec?.owner);
    const stale = owned.filter(entity => !references.includes(ownerOf(entity)));

    expect(owned).toHaveLength(100);
    expect(stale.map(ownerOf).sort()).toEqual([
      ...Array(4).fill('group:default/growth'),
      ...Array(2).fill('group:default/unknown'),
    ]);
  });

  it('knows everyone one can sign in as', () => {
    const people = config.demo.people as { userEntityRef: string }[];

    expect(references).toEqual(
      expect.arrayContaining(people.map(person => person.userEntityRef)),
    );
  });

  it('is read completely', () => {
    const targets = config.catalog.locations.map(
      (location: { target: string }) => location.target,
    );

    expect(targets.sort()).toEqual(files.map(name => `./catalog/${name}`));
  });
});
