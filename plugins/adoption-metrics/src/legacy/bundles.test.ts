// The test reads the sources; no app loads it.
/* eslint-disable no-restricted-imports */
import { existsSync, readFileSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';
/* eslint-enable no-restricted-imports */

const source = resolve(__dirname, '..');

function fileOf(importer: string, specifier: string): string {
  const base = join(dirname(importer), specifier);
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  const file = endings
    .map(ending => `${base}${ending}`)
    .find(each => /\.[a-z]+$/.test(each) && existsSync(each));
  if (!file) {
    throw new Error(`Nothing is at ${specifier} of ${importer}`);
  }
  return file;
}

/** What an entry loads, at once or later: files of ours, and packages. */
function loadedBy(entry: string) {
  const files = new Set([join(source, entry)]);
  const packages = new Set<string>();
  for (const file of files) {
    const isCode = /\.tsx?$/.test(file);
    const text = isCode ? readFileSync(file, 'utf8') : '';
    const imports = text.matchAll(
      /(?:from|import\()\s*'([^']+)'|^import '([^']+)'/gm,
    );
    for (const [, specifier] of imports) {
      if (specifier?.startsWith('.')) {
        files.add(fileOf(file, specifier));
      } else if (specifier) {
        packages.add(specifier);
      }
    }
  }
  return { files: [...files].map(each => relative(source, each)), packages };
}

describe('entries', () => {
  it('load nothing of the old system in an app of the new one', () => {
    const { files, packages } = loadedBy('index.ts');
    expect(files).toContain('pages/uptime/UptimePage.tsx');
    expect(files.filter(file => file.startsWith('legacy'))).toEqual([]);
    expect(packages).not.toContain('@backstage/core-compat-api');
    expect(packages).not.toContain('@backstage/core-components');
    expect(packages).not.toContain('@backstage/core-plugin-api');
  });

  it('load no extensions of the new system in an app of the old one', () => {
    const { files, packages } = loadedBy('legacy/index.ts');
    expect(files).toContain('pages/uptime/UptimePage.tsx');
    for (const extensions of [
      'plugin.tsx',
      'alpha.ts',
      'collector/index.tsx',
    ]) {
      expect(files).not.toContain(extensions);
    }
    expect(packages).not.toContain('@backstage/plugin-app-react');
  });
});
