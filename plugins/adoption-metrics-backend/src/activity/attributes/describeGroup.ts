import { createHash } from 'node:crypto';
import { AttributeGroup } from '../publishing';

/** Stays the same for as long as the group consists of the same values. */
export function idOfGroup({ kind, values }: AttributeGroup): string {
  if (kind !== 'others') {
    return kind === 'none' ? 'none' : `value:${values[0]}`;
  }
  const hash = createHash('sha256').update(JSON.stringify(values.toSorted()));
  return `others:${hash.digest('hex').slice(0, 16)}`;
}

/** The name of a group in responses. */
export function nameOfGroup({ kind, values }: AttributeGroup): string {
  switch (kind) {
    case 'value':
      return values[0];
    case 'none':
      return 'Not set';
    default:
      return 'Others';
  }
}
