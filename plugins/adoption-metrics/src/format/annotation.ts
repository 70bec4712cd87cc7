import {
  decisionNames,
  type Annotation,
} from 'backstage-plugin-adoption-metrics-common';

/** "Steering committee (decided: radical simplification)" */
export function describeAnnotation({ text, decision }: Annotation): string {
  return decision ? `${text} (decided: ${decisionNames[decision]})` : text;
}
