import { Config } from '@backstage/config';
import { isAlike, isSpelledLike } from './unknownKeys';

/**
 * Warnings about keys that are probably meant as our root: misspelled, or
 * nested in another section.
 */
export function misplacedRoots(config: Config, root: string): string[] {
  const others = config.keys().filter(key => key !== root);
  return others.flatMap(section => [
    ...(isAlike(section, root)
      ? [`${section} is unknown and has no effect; did you mean '${root}'?`]
      : []),
    ...namesIn(config, section)
      .filter(name => isSpelledLike(name, root))
      .map(
        name =>
          `${section}.${name} is unknown and has no effect; ${root} is a top-level key, next to ${section}`,
      ),
  ]);
}

// Errors in other sections are not ours to report.
function namesIn(config: Config, section: string): string[] {
  try {
    const value = config.getOptional(section);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value)
      : [];
  } catch {
    return [];
  }
}
