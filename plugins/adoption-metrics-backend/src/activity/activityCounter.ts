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
 * Who looks at how the portal is used does not use it by that: what is done on our
 * own page and card makes nobody active.
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

/** Reduces interactions to rows, each key once. */
function collapseInteractions(events: AttributedEvent[]): {
  personDays: PersonDayRow[];
  personPluginDays: PersonPluginDayRow[];
  actionCounts: ActionCountRow[];
} {
  const personDays = new Map<string, PersonDayRow>();
  const personPluginDays = new Map<string, PersonPluginDayRow>();
  const actionCounts = new Map<string, ActionCountRow>();
  for (const { event, personId: person_id, day, times = 1 } of events) {
    if (event.type !== 'interaction' || event.pluginId === OWN_PLUGIN) {
      continue;
    }
    const { pluginId: plugin_id, action } = event;
    personDays.set(`${day} ${person_id}`, { day, person_id });
    personPluginDays.set(`${day} ${plugin_id} ${person_id}`, {
      day,
      plugin_id,
      person_id,
    });
    const key = `${day} ${plugin_id} ${action}`;
    const n = (actionCounts.get(key)?.n ?? 0) + times;
    actionCounts.set(key, { day, plugin_id, action, n });
  }
  return {
    personDays: [...personDays.values()],
    personPluginDays: [...personPluginDays.values()],
    actionCounts: [...actionCounts.values()],
  };
}
