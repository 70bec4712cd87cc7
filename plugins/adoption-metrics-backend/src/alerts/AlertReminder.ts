import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AcknowledgementStore } from './AcknowledgementStore';
import { isOver, StoredAlert } from './Alert';
import { AlertRouting } from './AlertRouting';
import { AlertStore } from './AlertStore';

const EVERY_MS = 28 * 86_400_000;

/**
 * Reminds every four weeks of what lasts and nobody has acknowledged. The
 * id of a reminder follows from its turn, so that replicas make one of it.
 */
export class AlertReminder {
  constructor(
    private readonly options: {
      store: Pick<AlertStore, 'current' | 'addReminder'>;
      acknowledgements: Pick<AcknowledgementStore, 'of'>;
      clock: Clock;
      routing: Pick<AlertRouting, 'channelsAt'>;
    },
  ) {}

  async remind(): Promise<void> {
    const { store, acknowledgements, clock, routing } = this.options;
    const now = clock.now();
    const due = (await store.current()).filter(alert => isDue(alert, now));
    const taken = await acknowledgements.of(due.map(({ id }) => id));
    for (const { id, at, rule } of due.filter(alert => !taken.has(alert.id))) {
      const turn = Math.floor((now - at) / EVERY_MS);
      const channels = await routing.channelsAt(rule, now);
      await store.addReminder({ alertId: id, turn, at: now, channels });
    }
  }
}

function isDue(alert: StoredAlert, now: number): boolean {
  return lasts(alert) && now - alert.at >= EVERY_MS;
}

/** A milestone is a day that passes, and a digest speaks of one. */
function lasts(alert: StoredAlert): boolean {
  const passes = alert.rule === 'milestone' || alert.rule === 'digest';
  return !passes && !isOver(alert);
}
