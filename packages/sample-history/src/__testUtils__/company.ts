import { readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { parse } from 'yaml';
import { readCompany } from '../company';
import { stories } from '../stories';

const repository = resolvePath(__dirname, '../../../..');
const backend = resolvePath(repository, 'packages/backend');

/** The paths of the catalog files that the demo reads for a story. */
export function catalogFiles(story: string): string[] {
  const { locations } = settingsOf(story, 'catalog');
  return locations.map(({ target }: { target: string }) =>
    resolvePath(backend, target),
  );
}

/** The refs of those who can sign in to the demo of a story. */
export function peopleOf(story: string): string[] {
  const { people } = settingsOf(story, 'demo');
  return people.map(
    ({ userEntityRef }: { userEntityRef: string }) => userEntityRef,
  );
}

/** The company of a story, as the demo reads it. */
export function companyOf(story: string) {
  return readCompany({
    files: catalogFiles(story),
    bystanders: peopleOf(story),
    newcomers: stories.get(story)!.newcomers.count,
  });
}

function settingsOf(story: string, key: string) {
  const common = readSettings(resolvePath(repository, 'app-config.yaml'));
  return story === 'stuck'
    ? common[key]
    : readSettings(resolvePath(backend, 'stories', story, 'app-config.yaml'))[
        key
      ] ?? common[key];
}

function readSettings(path: string) {
  return parse(readFileSync(path, 'utf8'));
}
