import { RowSums } from '../database';
import { AttributedEvent, EventCounter } from '../parts';

type PersonDayRow = { day: number; person_id: number };
type PersonPluginDayRow = PersonDayRow & { plugin_id: string };
type ActionCountRow = {
  day: number;
  plugin_id: string;
  action: string;
  n: number;
};

/**
 * Interactions with our own page and card do not count as use of the portal.
 */
const OWN_PLUGIN = 'adoption-metrics';

/** Counts who was active where, and how often. */
export const activityCounter: EventCounter = {
  count(events) {
    const rows = collapseInteractions(events);
    return [
      {
        table: 'person_days',
        key: ['day', 'person_id'],
        rows: rows.personDays,
      },
      {
        table: 'person_plugin_days',
        key: ['day', 'plugin_id', 'person_id'],
        rows: rows.personPluginDays,
      },
      {
        table: 'action_counts',
        key: ['day', 'plugin_id', 'action'],
        add: ['n'],
        rows: rows.actionCounts,
      },
    ];
  },
};

/** Turns interactions into rows, without duplicate keys. */
function collapseInteractions(events: AttributedEvent[]): {
  personDays: PersonDayRow[];
  personPluginDays: PersonPluginDayRow[];
  actionCounts: ActionCountRow[];
} {
  const personDays = new RowSums<PersonDayRow>();
  const personPluginDays = new RowSums<PersonPluginDayRow>();
  const actionCounts = new RowSums<ActionCountRow>();
  for (const { event, personId: person_id, day, times = 1 } of events) {
    if (event.type !== 'interaction' || event.pluginId === OWN_PLUGIN) {
      continue;
    }
    const { pluginId: plugin_id, action } = event;
    const personDay = `${day} ${person_id}`;
    personDays.at(personDay, () => ({ day, person_id }));
    personPluginDays.at(`${personDay} ${plugin_id}`, () => ({
      day,
      plugin_id,
      person_id,
    }));
    actionCounts.at(`${day} ${plugin_id} ${action}`, () => ({
      day,
      plugin_id,
      action,
      n: 0,
    })).n += times;
  }
  return {
    personDays: personDays.rows(),
    personPluginDays: personPluginDays.rows(),
    actionCounts: actionCounts.rows(),
  };
}
