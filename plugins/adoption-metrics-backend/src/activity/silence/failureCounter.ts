import { EventCounter } from '../../parts';

/** Records on which days browsers had to drop events. */
export const failureCounter: EventCounter = {
  count(events) {
    const failures = new Map(
      events
        .filter(({ event }) => event.type === 'dropped-events')
        .map(({ day, personId }) => [
          `${day} ${personId}`,
          { day, person_id: personId },
        ]),
    );
    return [
      {
        table: 'day_failures',
        key: ['day', 'person_id'],
        rows: [...failures.values()],
      },
    ];
  },
};
