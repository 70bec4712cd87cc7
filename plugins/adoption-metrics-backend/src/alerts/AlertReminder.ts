import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DAY_MS } from '../time';
import { AcknowledgementStore } from './AcknowledgementStore';
import { isOver, StoredAlert } from './Alert';
import { AlertRouting } from './AlertRouting';
import { AlertStore } from './AlertStore';
import { DeliveryStore } from './DeliveryStore';

const EVERY_MS = 28 * DAY_MS;

/**
 * Sends a reminder every four weeks for ongoing alerts that nobody has
 * acknowledged. Reminders have a predictable id, so that replicas add each only
 * once.
 */
export class AlertReminder {
  constructor(
    private readonly options: {
      store: Pick<AlertStore, 'current'>;
      deliveries: Pick<DeliveryStore, 'addReminder'>;
      acknowledgements: Pick<AcknowledgementStore, 'of'>;
      clock: Clock;
      routing: Pick<AlertRouting, 'channelsAt'>;
    },
  ) {}

  async remind(signal: AbortSignal): Promise<void> {
    const { deliveries, clock, routing } = this.options;
    const now = clock.now();
    for (const alert of await this.#due(now)) {
      signal.throwIfAborted();
      const turn = Math.floor((now - alert.at) / EVERY_MS);
      const channels = await routing.channelsAt(alert.rule, now);
      await deliveries.addReminder({ alert, turn, at: now, channels });
    }
  }

  async #due(now: number): Promise<StoredAlert[]> {
    const { store, acknowledgements } = this.options;
    const due = (await store.current()).filter(alert => isDue(alert, now));
    const acknowledged = await acknowledgements.of(due.map(({ id }) => id));
    return due.filter(({ id }) => !acknowledged.has(id));
  }
}

function isDue(alert: StoredAlert, now: number): boolean {
  return lasts(alert) && now - alert.at >= EVERY_MS;
}

/** Milestones and digests are about a moment, and cannot be ongoing. */
function lasts(alert: StoredAlert): boolean {
  const passes = alert.rule === 'milestone' || alert.rule === 'digest';
  return !passes && !isOver(alert);
}
