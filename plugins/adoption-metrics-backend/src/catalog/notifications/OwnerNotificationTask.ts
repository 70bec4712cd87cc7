import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { reasonOf } from '../../failures';
import { RecipientReader } from '../../people';
import { DAY_MS, latestDue, ReportingZone } from '../../time';
import { CatalogScanStore } from '../CatalogScanStore';
import { CatalogReader } from '../scan/CatalogReader';
import { OwnerReading, StalenessReading } from '../StalenessReading';
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

/**
 * Notifies every owner of their stale entities once a week. One behind whom there
 * is nobody, such as a group without members, is tried again.
 */
export class OwnerNotificationTask {
  constructor(
    private readonly options: {
      scans: Pick<CatalogScanStore, 'latest' | 'listed'>;
      store: OwnerNotificationStore;
      reader: Pick<CatalogReader, 'existing'>;
      recipients: Pick<RecipientReader, 'unreachable'>;
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
  ): Promise<OwnerReading[]> {
    const { store, reader } = this.options;
    const notified = await store.notifiedSince(due);
    const open = byOwner.filter(
      ({ ownerRef, stale }) => stale > 0 && !notified.has(ownerRef),
    );
    const refs = open.map(({ ownerRef }) => ownerRef);
    const existing = await reader.existing(refs, signal);
    return open.filter(({ ownerRef }) => existing.has(ownerRef));
  }

  async #notify(owner: OwnerReading, reading: StalenessReading): Promise<void> {
    const { store, recipients, clock, logger } = this.options;
    const { ownerRef } = owner;
    try {
      const unreachable = await recipients.unreachable([ownerRef]);
      if (unreachable.length > 0) {
        await store.recordUnreachable(ownerRef, clock.now());
        return;
      }
      await this.#send(ownerRef, await this.#compose(owner, reading));
      await store.recordNotified(ownerRef, clock.now());
    } catch (error) {
      logger.warn(
        `Could not notify an owner of stale entities; will try again: ${reasonOf(
          error,
        )}`,
      );
    }
  }

  async #compose(
    owner: OwnerReading,
    { total, stale }: StalenessReading,
  ): Promise<OwnerNotification> {
    const { scans, target } = this.options;
    const named = await scans.listed({
      filter: { state: 'stale', owners: [owner.ownerRef] },
      order: 'since',
      limit: MOST_NAMED,
    });
    return composeNotification(owner, named, { total, stale, target });
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
