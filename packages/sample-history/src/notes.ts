import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { DAY, HOUR, MINUTE, startOfDay } from './calendar';
import { crash } from './heartbeats';
import { Story } from './stories';

/** The platform lead, who is part of every company. */
const AUTHOR = 'user:default/priya.nair';

const WRITTEN_AT = 15 * HOUR;

/** Notes on days and outages, unordered. */
export function notesOf(
  { notes, outages }: Pick<Story, 'notes' | 'outages'>,
  end: number,
): HistoryEvent[] {
  return [
    ...notes.map(({ daysBeforeEnd, text }) => ({
      at: startOfDay(end) - daysBeforeEnd * DAY + WRITTEN_AT,
      type: 'annotation' as const,
      text,
      by: AUTHOR,
    })),
    ...outages.flatMap(({ note: text, ...outage }) =>
      text
        ? [
            {
              at: crash(outage, end).at + MINUTE,
              type: 'incident-note' as const,
              text,
              by: AUTHOR,
            },
          ]
        : [],
    ),
  ];
}
