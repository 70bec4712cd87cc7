import { Entity } from '@backstage/catalog-model';
import { say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { Day, parseDay, sayDay } from '../time';

/** Why an entity is exempt. */
const EXEMPT_REASON_ANNOTATION = 'adoption-metrics/exempt-reason';

/** The last day of an exemption, `YYYY-MM-DD` in the reporting time zone. */
const EXEMPT_UNTIL_ANNOTATION = 'adoption-metrics/exempt-until';

/** An entity that does not count as stale until a certain day. */
export interface Exemption {
  reason: string;
  /** The last day, `YYYY-MM-DD`. */
  until: string;
}

/** What an entity's annotations say about an exemption. */
export type ExemptionReading =
  | { status: 'none' }
  | { status: 'valid'; exemption: Exemption }
  | { status: 'invalid'; problem: Wording };

/**
 * An exemption needs a reason and a last day (inclusive), so that no entity is
 * hidden forever.
 */
export function readExemption(entity: Entity, today: Day): ExemptionReading {
  const annotations = entity.metadata.annotations ?? {};
  const reason = annotations[EXEMPT_REASON_ANNOTATION]?.trim();
  const until = annotations[EXEMPT_UNTIL_ANNOTATION]?.trim();
  if (!reason && !until) {
    return { status: 'none' };
  }
  const problem = problemOf({ reason, until }, today);
  return problem
    ? { status: 'invalid', problem }
    : { status: 'valid', exemption: { reason: reason!, until: until! } };
}

function problemOf(
  { reason, until }: Partial<Exemption>,
  today: Day,
): Wording | undefined {
  if (!reason) {
    return say('catalog.exemption.missing', {
      annotation: EXEMPT_REASON_ANNOTATION,
    });
  }
  const last = until === undefined ? undefined : parseDay(until);
  if (last === undefined) {
    const annotation = EXEMPT_UNTIL_ANNOTATION;
    return until
      ? say('catalog.exemption.no-day', { annotation, until })
      : say('catalog.exemption.missing', { annotation });
  }
  return last < today
    ? say('catalog.exemption.over', { day: sayDay(last) })
    : undefined;
}
