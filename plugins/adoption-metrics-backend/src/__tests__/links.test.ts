import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { routeKeys } from 'backstage-plugin-adoption-metrics-common/contract';

const root = resolve(__dirname, '../../../..');
const pages = globSync(
  ['*.md', 'docs/**/*.md', '{plugins,packages}/*/README.md'],
  { cwd: root },
).sort();

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const withoutCode = (text: string) =>
  text.replace(/^( *)```[\s\S]*?^\1```/gm, '');

const withoutInlineCode = (text: string) =>
  withoutCode(text).replace(/`[^`\n]*`/g, 'code');

/** The anchors of the headings of a page, as GitHub and TechDocs make them. */
function anchorsOf(path: string): string[] {
  return [...withoutCode(read(path)).matchAll(/^#+ (.+)$/gm)].map(
    ([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
  );
}

/** The links of a page that lead nowhere in this repository. */
function brokenLinksOf(page: string): string[] {
  const links = [...withoutInlineCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)];
  return links
    .map(([, link]) => link)
    .filter(link => !/^[a-z]+:/.test(link))
    .filter(link => {
      const [path, anchor] = link.split('#');
      const target = path ? join(dirname(page), path) : page;
      if (!existsSync(join(root, target))) {
        return true;
      }
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
}

/** Routes of other products, whose answers name their users. */
const foreignRoutes = ['/audit-log', '/audit-logs'];

const routes = [
  ...foreignRoutes,
  ...routeKeys.map(key => key.split(' ')[1]),
].map(path => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`));

/** The routes that a page names, or its examples call, and that do not exist. */
function unknownRoutesOf(page: string): string[] {
  const named = /`(?:GET|POST|PUT|DELETE) ([^`?\s]+)/g;
  const called = /\$api(\/[\w/.-]+)/g;
  return [named, called]
    .flatMap(pattern => [...read(page).matchAll(pattern)])
    .map(([, path]) => path.replace(/^(\/api(\/adoption-metrics)?)?\/v1/, ''))
    .filter(path => !routes.some(route => route.test(path)));
}

describe('links of the documentation', () => {
  it.each(pages)('lead somewhere in %s, and its routes exist', page => {
    expect(brokenLinksOf(page)).toEqual([]);
    expect(unknownRoutesOf(page)).toEqual([]);
  });

  it('reach every page from the navigation and from the first page', () => {
    const navigation = read('mkdocs.yml');
    const index = read('docs/index.md');
    const listed = pages
      .filter(page => /^docs\/[a-z-]+[.]md$/.test(page))
      .map(page => page.slice('docs/'.length))
      .filter(page => page !== 'index.md');
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.filter(page => !navigation.includes(page))).toEqual([]);
    expect(listed.filter(page => !index.includes(page))).toEqual([]);
  });
});
