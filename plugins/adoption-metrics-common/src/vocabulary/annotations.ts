/**
 * What can be decided about a deadline when its date has come: to go on with
 * another date, to pivot in one of four ways, or to give up.
 *
 * @public
 */
export const decisions = [
  'extend',
  'simplify',
  'managed-backstage',
  'other-product',
  'custom-portal',
  'stop',
] as const;

/** @public */
export type Decision = (typeof decisions)[number];

/** What was decided about a deadline, in words. @public */
export const decisionNames: Record<Decision, string> = {
  extend: 'go on with another date',
  simplify: 'radical simplification',
  'managed-backstage': 'managed Backstage',
  'other-product': 'another product',
  'custom-portal': 'a custom portal',
  stop: 'stop',
};

/**
 * What it says in one line: "Steering committee (decided: radical
 * simplification)".
 *
 * @public
 */
export function describeAnnotation({
  text,
  decision,
}: {
  text: string;
  decision: Decision | null;
}): string {
  return decision ? `${text} (decided: ${decisionNames[decision]})` : text;
}
