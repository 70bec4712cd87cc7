import { InputError } from '@backstage/errors';
import { explain } from 'backstage-plugin-adoption-metrics-common/contract';
import { findFaults } from './findFaults';
import { PublishedFile, publishedSchema } from './schema';

/**
 * Reads the file of all numbers that others have published.
 *
 * @throws InputError naming each field that is wrong, and what is accepted
 */
export function readPublished(data: unknown): PublishedFile {
  const { data: file, error } = publishedSchema.safeParse(data);
  const faults = file
    ? findFaults(file)
    : error!.issues.map(issue =>
        explain(issue, {
          part: 'body',
          schema: publishedSchema,
          given: data,
        }),
      );
  if (!file || faults.length > 0) {
    throw new InputError(
      `The file of published numbers is wrong: ${faults.join('; ')}`,
    );
  }
  return file;
}
