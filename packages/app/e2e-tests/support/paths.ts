import { join } from 'node:path';

/** The root of the repository. */
export const repository = join(__dirname, '../../../..');

/** The package of the demo portal's backend. */
export const backendPackage = join(repository, 'packages/backend');

/** What is different for the company of another story. */
export function storyConfiguration(story: string): string {
  return join(backendPackage, 'stories', story, 'app-config.yaml');
}
