import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ReportingZone } from '../time';
import { AcknowledgementStore } from './AcknowledgementStore';
import { isOver, StoredAlert } from './Alert';
import { AlertStore } from './AlertStore';
import { AlertRules, isMuted } from './ruleSettings';

const EVERY_MS = 28 * 86_400_000;

/**
 * Tells again every four weeks what lasts and nobody has taken charge of. The
 * id of a reminder follows from its turn, so that replicas make one of it.
 */
export class AlertReminder {
  constructor(
    private readonly options: {
      store: Pick<AlertStore, 'current' | 'addReminder'>;
      acknowledgements: Pick<AcknowledgementStore, 'of'>;
      clock: Clock;
      channels: string[];
      rules: AlertRules;
      zone: ReportingZone;
    },
  ) {}

  async remind(): Promise<void> {
    const { store, acknowledgements, clock, channels } = this.options;
    const now = clock.now();
    const due = (await store.current()).filter(alert =>
      this.#isDue(alert, now),
    );
    const taken = await acknowledgements.of(due.map(({ id }) => id));
    for (const { id, at } of due.filter(alert => !taken.has(alert.id))) {
      const turn = Math.floor((now - at) / EVERY_MS);
      await store.addReminder({ alertId: id, turn, at: now, channels });
    }
  }

  /** A milestone is a day that passes: it does not last. */
  #isDue(alert: StoredAlert, now: number): boolean {
    const { rules, zone } = this.options;
    const settings = rules[alert.rule];
    const isTold = settings.enabled && !isMuted(settings, zone.dayOf(now));
    const lasts = alert.rule !== 'milestone' && !isOver(alert);
    return isTold && lasts && now - alert.at >= EVERY_MS;
  }
}
