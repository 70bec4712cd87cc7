import type {
  Annotation,
  Decision,
} from 'backstage-plugin-adoption-metrics-common';

/** What was decided about a programme, in words. */
export const decisionNames: Record<Decision, string> = {
  extend: 'go on with another date',
  simplify: 'radical simplification',
  'managed-backstage': 'managed Backstage',
  'other-product': 'another product',
  'custom-portal': 'a custom portal',
  stop: 'stop',
};

/** "Steering committee (decided: radical simplification)" */
export function describeAnnotation({ text, decision }: Annotation): string {
  return decision ? `${text} (decided: ${decisionNames[decision]})` : text;
}
