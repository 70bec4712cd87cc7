import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDirectory } from './paths.mjs';

/** The `package.json` files of the root and of every workspace. */
export function packageFiles(root = rootDirectory) {
  const rootFile = join(root, 'package.json');
  const { workspaces = [] } = JSON.parse(readFileSync(rootFile, 'utf8'));
  const files = [rootFile];
  for (const pattern of workspaces) {
    files.push(...filesBelow(join(root, pattern.replace(/\/\*$/, ''))));
  }
  return files;
}

function filesBelow(directory) {
  if (!existsSync(directory)) {
    return [];
  }
  return readdirSync(directory)
    .map(name => join(directory, name, 'package.json'))
    .filter(file => existsSync(file));
}
