import {
  numberGrades,
  optionNumberKinds,
  publishedRoleYears,
  requirementIds,
  type DecisionNumber,
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

/** What a published number is of. */
export function numberTitle(
  { title, option, role, milestone }: DecisionNumber,
  { t, format }: Language,
): string {
  if (option && optionNumberKinds.includes(option.kind)) {
    return t(`decision.numbers.kind.${option.kind}`);
  }
  if (role && publishedRoleYears.includes(role.year)) {
    return t(`decision.numbers.role.${role.year}`, { title: role.title });
  }
  return milestone
    ? t('decision.numbers.milestone', {
        plan: milestone.plan,
        month: format.number(milestone.month),
      })
    : title;
}

/** How far a number can be trusted; a grade of another kind as it stands. */
export function gradeText(grade: string, { t }: Words): string {
  const [published, own] = numberGrades;
  switch (grade) {
    case published:
      return t('decision.numbers.grade.published');
    case own:
      return t('decision.numbers.grade.own');
    default:
      return grade;
  }
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
