import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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

describe('links of the documentation', () => {
  it.each(pages)('lead somewhere in %s', page => {
    expect(brokenLinksOf(page)).toEqual([]);
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
