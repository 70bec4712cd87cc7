import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  component,
  countedIn,
  group,
  location,
  scannerOf,
  startCatalog,
} from '../__testUtils__/realCatalog';

const host = 'example.net';
const integrations = {
  bitbucketServer: [
    {
      host: `bitbucket.${host}`,
      apiBaseUrl: `https://bitbucket.${host}/rest/api/1.0`,
    },
  ],
  gerrit: [
    {
      host: `gerrit.${host}`,
      baseUrl: `https://gerrit.${host}`,
      gitilesBaseUrl: `https://gerrit.${host}/gitiles`,
    },
  ],
  gitea: [{ host: `gitea.${host}` }],
  gitlab: [
    { host: `gitlab.${host}`, apiBaseUrl: `https://gitlab.${host}/api/v4` },
  ],
};
const scm = ScmIntegrations.fromConfig(new ConfigReader({ integrations }));

/** How each host writes the address of a file of a branch. */
const layouts: Record<string, (path: string, branch: string) => string> = {
  github: (path, branch) =>
    `https://github.com/acme/catalog/blob/${branch}/${path}`,
  gitlab: (path, branch) =>
    `https://gitlab.${host}/group/sub/catalog/-/blob/${branch}/${path}`,
  'bitbucket-cloud': (path, branch) =>
    `https://bitbucket.org/acme/catalog/src/${branch}/${path}`,
  'bitbucket-server': (path, branch) =>
    `https://bitbucket.${host}/projects/ACME/repos/catalog/browse/${path}?at=${branch}`,
  azure: (path, branch) =>
    `https://dev.azure.com/acme/project/_git/catalog?path=/${path}&version=GB${branch}`,
  gerrit: (path, branch) =>
    `https://gerrit.${host}/gitiles/catalog/+/refs/heads/${branch}/${path}`,
  gitea: (path, branch) =>
    `https://gitea.${host}/acme/catalog/src/branch/${branch}/${path}`,
};

/** Files of hosts, by the addresses under which the catalog asks for them. */
class FakeHosts implements Pick<UrlReaderService, 'search'> {
  readonly #files = new Map<string, string>();

  put(url: string, ...documents: string[]): string {
    const file = scm.resolveUrl({ url, base: url });
    this.#files.set(file, documents.join('\n---\n'));
    return file;
  }

  delete(file: string): void {
    this.#files.delete(file);
  }

  async search(url: string) {
    const asked = decodeURIComponent(scm.resolveUrl({ url, base: url }));
    const [start, ...rest] = asked.split('*');
    const found = [...this.#files].filter(([file]) => {
      const plain = decodeURIComponent(file);
      return rest.length === 0
        ? plain === asked
        : plain.startsWith(start) && plain.endsWith(rest.at(-1)!);
    });
    const files = found.map(([file, content]) => ({
      // Other than what was asked for only where a pattern was.
      url: rest.length === 0 ? url : file,
      content: async () => Buffer.from(content),
    }));
    return { files, etag: '' };
  }

  get reader(): UrlReaderService {
    const unused = async () => {
      throw new NotFoundError('not asked for');
    };
    return {
      readUrl: unused,
      readTree: unused,
      search: url => this.search(url),
    };
  }
}

describe('what an entity comes from, by the catalog of Backstage', () => {
  it('is told wherever the files are, and however they are pointed to', async () => {
    const hosts = new FakeHosts();
    const roots: string[] = [];
    const deleted: string[] = [];
    const expected: string[] = [];
    let total = 0;

    /** A root that lists one file that stays and one that is deleted. */
    function root(
      layout: string,
      form: string,
      targets: Record<'kept' | 'gone', (path: string, url: string) => string>,
    ) {
      const branch = form === 'branch' ? 'release' : 'main';
      const name = `${layout}-${form}`;
      const urlOf = (path: string) => layouts[layout](path, branch);
      const all = urlOf(`${name}/all.yaml`);
      const listed = (['kept', 'gone'] as const).map(which => {
        const path = `${name}/${which}/${which}.yaml`;
        const target = targets[which](path, urlOf(path));
        // The catalog looks for what begins with a slash on no branch of Gitea.
        const file = target.includes('*')
          ? urlOf(path)
          : scm.resolveUrl({ url: target, base: all });
        return {
          target,
          file: hosts.put(file, component(`${which}-${name}`, 'team')),
        };
      });
      hosts.put(
        all,
        location(`all-${name}`, ...listed.map(each => each.target)),
      );
      deleted.push(listed[1].file);
      roots.push(all);
      total += 2;
      expected.push(`component:default/gone-${name}`);
    }

    for (const layout of Object.keys(layouts)) {
      const absolute = (_: string, url: string) => url;
      const relative = (path: string) =>
        `./${path.split('/').slice(1).join('/')}`;
      const rooted = (path: string) => `/${path}`;
      const wild = (path: string) =>
        relative(path).replace(/\w+[.]yaml$/, '*.yaml');
      root(layout, 'absolute', { kept: absolute, gone: absolute });
      root(layout, 'relative', { kept: relative, gone: relative });
      root(layout, 'root-relative', { kept: rooted, gone: rooted });
      root(layout, 'branch', { kept: absolute, gone: relative });
      root(layout, 'mixed', { kept: relative, gone: rooted });
      if (layout !== 'gitea') {
        root(layout, 'wildcard', { kept: wild, gone: wild });
      }
    }
    const team = layouts.github('team.yaml', 'main');
    hosts.put(team, group('team'));

    const catalog = await startCatalog({
      locations: [team, ...roots].map(target => ({ type: 'url', target })),
      integrations,
      urlReader: hosts.reader,
    });
    const { recorder, scanUntil } = scannerOf(catalog);
    await scanUntil(() => recorder.readings.at(-1)!.total === total);
    await scanUntil(() => recorder.stored.length === 0);

    const asked = jest.spyOn(catalog.reader, 'ancestryOf');
    await scanUntil(() => true);
    expect(asked).not.toHaveBeenCalled();

    deleted.forEach(file => hosts.delete(file));
    await scanUntil(() => recorder.stored.length >= expected.length);
    await scanUntil(() => true);
    expect(countedIn(recorder)).toEqual(
      expected.map(ref => `${ref} source-error`).sort(),
    );
    for (const { sentence, entityRef } of recorder.stored) {
      const name = entityRef.replace('component:default/gone-', '');
      const sought = name.endsWith('wildcard') ? '*.yaml' : 'gone.yaml';
      expect(sentence).toMatch(/^Its source cannot be read: url:https:/);
      expect(decodeURIComponent(sentence)).toContain(`${name}/gone/${sought}`);
    }
  }, 120_000);
});
