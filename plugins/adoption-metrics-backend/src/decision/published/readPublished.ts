import { InputError } from '@backstage/errors';
import { findFaults } from './findFaults';
import { PublishedFile, publishedSchema } from './schema';

/**
 * Reads the file of all numbers that others have published.
 *
 * @throws InputError with a sentence for each fault
 */
export function readPublished(data: unknown): PublishedFile {
  const { data: file, error } = publishedSchema.safeParse(data);
  const faults = file
    ? findFaults(file)
    : error!.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!file || faults.length > 0) {
    throw new InputError(
      `The file of published numbers is wrong: ${faults.join('; ')}`,
    );
  }
  return file;
}
