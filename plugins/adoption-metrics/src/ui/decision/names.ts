import {
  requirementIds,
  type OptionRequirement,
  type PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';

type Words = Pick<Language, 't'>;

const conditionIds: PortalCondition['id'][] = [
  'team',
  'scope',
  'sponsor',
  'operations',
  'timeline',
];

/** What an option takes, in a word or two; of a newer backend in its words. */
export function requirementTitle(
  { id, title }: Pick<OptionRequirement, 'id' | 'title'>,
  { t }: Words,
): string {
  return requirementIds.includes(id) ? t(`decision.requirement.${id}`) : title;
}

/** What portals that succeed have, in a word or two. */
export function conditionTitle(
  { id, title }: Pick<PortalCondition, 'id' | 'title'>,
  { t }: Words,
): string {
  return conditionIds.includes(id) ? t(`decision.condition.${id}`) : title;
}

const choiceNames = [
  'none',
  'limited',
  'moderate',
  'unique',
  'weak',
  'strong',
  'self-hosted',
  'managed',
] as const;

/** A choice in words, if it has any. */
export function choiceName(id: string, { t }: Words): string {
  const known = choiceNames.find(each => each === id);
  return known ? t(`decision.choice.${known}`) : id;
}
