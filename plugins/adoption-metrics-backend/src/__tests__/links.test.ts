import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  documentationPages as pages,
  readDocument,
  repository,
} from '../__testUtils__/documentation';

const withoutCode = (text: string) =>
  text.replace(/^( *)```[\s\S]*?^\1```/gm, '');

/** The anchors of the headings of a page, as GitHub and TechDocs make them. */
function anchorsOf(path: string): string[] {
  const headings = withoutCode(readDocument(path)).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function leadsNowhere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#');
  const target = path ? join(dirname(page), path) : page;
  return (
    !existsSync(join(repository, target)) ||
    (anchor !== undefined && !anchorsOf(target).includes(anchor))
  );
}

/** The links of a page that lead nowhere in this repository. */
function brokenLinksOf(page: string): string[] {
  const text = withoutCode(readDocument(page)).replace(/`[^`\n]*`/g, 'code');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link)
    .filter(link => !/^[a-z]+:/.test(link) && leadsNowhere(page, link));
}

describe('links of the documentation', () => {
  it.each(pages)('lead somewhere in %s', page => {
    expect(brokenLinksOf(page)).toEqual([]);
  });

  it('reach every page from the navigation and from the first page', () => {
    const navigation = readDocument('mkdocs.yml');
    const index = readDocument('docs/index.md');
    const listed = pages
      .filter(page => /^docs\/[a-z-]+[.]md$/.test(page))
      .map(page => page.slice('docs/'.length))
      .filter(page => page !== 'index.md');
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.filter(page => !navigation.includes(page))).toEqual([]);
    expect(listed.filter(page => !index.includes(page))).toEqual([]);
  });
});
