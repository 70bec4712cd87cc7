import { ConflictError, NotFoundError } from '@backstage/errors';
import { Annotation } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { daysOf, notAccepted, RouteHandlers } from '../../http';
import {
  Day,
  formatDay,
  formatInstant,
  parseDay,
  ReportingZone,
} from '../../time';
import { AnnotationStore, StoredAnnotation } from './AnnotationStore';

const DEFAULT_DAYS = 365;

/** Routes about annotations. */
export function createAnnotationRoutes(handles: {
  clock: Clock;
  zone: ReportingZone;
  annotations: AnnotationStore;
}) {
  const { clock, zone, annotations } = handles;
  const today = () => zone.dayOf(clock.now());
  return {
    'GET /annotations': async ({ query }) => {
      const days = daysOf(query, { to: today() + 1, length: DEFAULT_DAYS });
      const found = await annotations.during(days);
      return { timeZone: zone.name, annotations: found.map(formatAnnotation) };
    },
    'POST /annotations': async ({ body, signature }) =>
      formatAnnotation(
        await annotations.add({
          day: pastDay(body.day, today()),
          text: body.text,
          writtenAt: clock.now(),
          writtenBy: signature,
        }),
      ),
    'DELETE /annotations': async ({ query }) => {
      const found = await annotations.byId(query.id);
      if (found?.decision) {
        throw new ConflictError(
          `Annotation ${query.id} records a decision, which DELETE /decision/choices removes`,
        );
      }
      if (!(await annotations.remove(query.id))) {
        throw new NotFoundError(`There is no annotation ${query.id}`);
      }
      return { removed: query.id };
    },
  } satisfies RouteHandlers;
}

/**
 * @throws InputError if the day is in the future
 */
export function pastDay(text: string, today: Day): Day {
  const day = parseDay(text);
  if (day === undefined || day > today) {
    const accepted = `days up to today, ${formatDay(today)}`;
    throw notAccepted('day', text, accepted, 'body');
  }
  return day;
}

function formatAnnotation(stored: StoredAnnotation): Annotation {
  return {
    id: stored.id,
    day: formatDay(stored.day),
    text: stored.text,
    decision: stored.decision ?? null,
    writtenAt: formatInstant(stored.writtenAt),
    writtenBy: stored.writtenBy ?? null,
  };
}
