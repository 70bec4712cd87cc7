import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DAY_MS, latestDue, ReportingZone } from '../../time';
import { CatalogScanStore } from '../CatalogScanStore';
import { CatalogReader } from '../scan/CatalogReader';
import { StalenessReading } from '../StalenessReading';
import {
  composeNotification,
  MOST_NAMED,
  OwnerNotification,
} from './composeNotification';
import { OwnerNotificationConfig } from '../config';
import { OwnerNotificationStore } from './OwnerNotificationStore';

/** If the backend was down for longer, owners are notified the week after. */
const LATEST_MS = 2 * DAY_MS;

/** People can mute it in their notification settings. */
const TOPIC = 'stale-entities';
const PAGE = '/adoption/stale-entities';

type Owner = StalenessReading['byOwner'][number];

/** Notifies owners of their stale entities once a week. */
export class OwnerNotificationTask {
  constructor(
    private readonly options: {
      scans: Pick<CatalogScanStore, 'latest' | 'listed'>;
      store: OwnerNotificationStore;
      reader: Pick<CatalogReader, 'existing'>;
      notifications: NotificationService;
      clock: Clock;
      zone: ReportingZone;
      logger: LoggerService;
      config: OwnerNotificationConfig;
      /** Share that stale entities must stay below. */
      target: number;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { scans, clock, zone, config } = this.options;
    const now = clock.now();
    const due = latestDue(now, zone, config.when);
    const reading = await scans.latest();
    // What was found long ago may have been fixed.
    if (!reading || now - reading.scannedAt > DAY_MS || now - due > LATEST_MS) {
      return;
    }
    for (const owner of await this.#stillToNotify(reading, due, signal)) {
      signal.throwIfAborted();
      await this.#notify(owner, reading);
    }
  }

  async #stillToNotify(
    { byOwner }: StalenessReading,
    due: number,
    signal: AbortSignal,
  ): Promise<Owner[]> {
    const { store, reader } = this.options;
    const notified = await store.notifiedSince(due);
    const open = byOwner.filter(
      ({ ownerRef, stale }) => stale > 0 && !notified.has(ownerRef),
    );
    const refs = open.map(({ ownerRef }) => ownerRef);
    const existing = await reader.existing(refs, signal);
    return open.filter(({ ownerRef }) => existing.has(ownerRef));
  }

  async #notify(owner: Owner, reading: StalenessReading): Promise<void> {
    const { scans, store, clock, logger, target } = this.options;
    const named = await scans.listed({
      filter: { state: 'stale', ownerRefs: [owner.ownerRef] },
      order: 'since',
      limit: MOST_NAMED,
    });
    try {
      const { total, stale } = reading;
      const notification = composeNotification(owner, named, {
        total,
        stale,
        target,
      });
      await this.#send(owner.ownerRef, notification);
      await store.record(owner.ownerRef, clock.now());
    } catch (error) {
      logger.warn(
        `Could not notify an owner of stale entities; will try again: ${
          (error as Error).message
        }`,
      );
    }
  }

  async #send(
    ownerRef: string,
    { title, text }: OwnerNotification,
  ): Promise<void> {
    await this.options.notifications.send({
      recipients: { type: 'entity', entityRef: [ownerRef] },
      payload: {
        title,
        description: text,
        link: PAGE,
        severity: 'normal',
        topic: TOPIC,
        // A repeated one, and that of next week, replace this one.
        scope: `adoption-metrics/stale-entities/${ownerRef}`,
      },
    });
  }
}
