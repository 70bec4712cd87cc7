import { AttributedEvent } from '../parts';

type PersonDayRow = { day: number; person_id: number };
type PersonPluginDayRow = PersonDayRow & { plugin_id: string };
type ActionCountRow = {
  day: number;
  plugin_id: string;
  action: string;
  n: number;
};

/** Reduces interactions to the rows that remember them, each key once. */
export function collapseInteractions(events: AttributedEvent[]): {
  personDays: PersonDayRow[];
  personPluginDays: PersonPluginDayRow[];
  actionCounts: ActionCountRow[];
} {
  const personDays = new Map<string, PersonDayRow>();
  const personPluginDays = new Map<string, PersonPluginDayRow>();
  const actionCounts = new Map<string, ActionCountRow>();
  for (const { event, personId: person_id, day } of events) {
    if (event.type !== 'interaction') {
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
    const n = (actionCounts.get(key)?.n ?? 0) + 1;
    actionCounts.set(key, { day, plugin_id, action, n });
  }
  return {
    personDays: [...personDays.values()],
    personPluginDays: [...personPluginDays.values()],
    actionCounts: [...actionCounts.values()],
  };
}
