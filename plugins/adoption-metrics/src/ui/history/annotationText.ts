import type { Annotation } from 'backstage-plugin-adoption-metrics-common';
import type { Translate } from '../format';

/** What happened and, if it records a decision, what was decided. */
export function annotationText(
  { text, decision }: Pick<Annotation, 'text' | 'decision'>,
  t: Translate,
): string {
  return decision
    ? t('history.decided', { text, option: decision.title })
    : text;
}
