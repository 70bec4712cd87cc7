import type { Entity } from '@backstage/catalog-model';

/** Kinds of which no catalog is judged by default: a card would say just that. */
const unjudgedKinds = ['user', 'group', 'location', 'template'];

/**
 * Whether the staleness of an entity is worth a card on its page.
 *
 * @public
 */
export function isStalenessAvailable({ kind }: Entity): boolean {
  return !unjudgedKinds.includes(kind.toLocaleLowerCase('en-US'));
}
