import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const repository = resolve(__dirname, '../../../..');

/** Every page of the documentation, by its path in the repository. */
export const documentationPages = globSync(
  ['*.md', 'docs/**/*.md', '{plugins,packages}/*/README.md'],
  { cwd: repository },
).sort();

/** The text of a file of the repository. */
export function readDocument(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}
