import { Config } from '@backstage/config';
import { isAlike, isSpelledLike } from './unknownKeys';

/**
 * What to report of keys that were meant to be the root of the configuration:
 * misspelled, or in another section.
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

// Sections of others are theirs to judge.
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
