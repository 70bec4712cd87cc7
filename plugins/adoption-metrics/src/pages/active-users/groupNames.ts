import type { TeamUse } from 'backstage-plugin-adoption-metrics-common';
import { wordsOf, type Language } from '../../ui/format';

type Named = Pick<TeamUse['groups'][number], 'name' | 'wording'>;

/** Groups with names in the reader's language, also what is no team. */
export function namedIn<T extends Named>(groups: T[], language: Language): T[] {
  return groups.map(group => ({
    ...group,
    name: wordsOf(group.wording?.name, group.name, language),
  }));
}
