import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { latestDue, ReportingZone } from '../../time';
import { CatalogScanStore, StalenessReading } from '../CatalogScanStore';
import { CatalogReader } from '../scan';
import { composeNotice, MOST_NAMED, OwnerNotice } from './composeNotice';
import { OwnerNoticeConfig } from './config';
import { OwnerNoticeStore } from './OwnerNoticeStore';

const DAY_MS = 86_400_000;

/** Who starts the portal later in the week is notified the week after. */
const LATEST_MS = 2 * DAY_MS;

/** People can mute it in the settings of the portal. */
const TOPIC = 'stale-entities';
const PAGE = '/adoption/stale-entities';

type Owner = StalenessReading['byOwner'][number];

/** Notifies owners once a week what of theirs is stale. */
export class OwnerNotifier {
  constructor(
    private readonly options: {
      store: Pick<CatalogScanStore, 'latestCompleted' | 'listed'>;
      notices: OwnerNoticeStore;
      reader: Pick<CatalogReader, 'existing'>;
      notifications: NotificationService;
      clock: Clock;
      zone: ReportingZone;
      logger: LoggerService;
      config: OwnerNoticeConfig;
      /** Share that stale entities must stay below. */
      target: number;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { store, clock, zone, config } = this.options;
    const now = clock.now();
    const due = latestDue(now, zone, config.when);
    const reading = await store.latestCompleted();
    // What was found long ago may have been repaired.
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
    const { notices, reader } = this.options;
    const notified = await notices.notifiedSince(due);
    const open = byOwner.filter(
      ({ ownerRef, stale }) => stale > 0 && !notified.has(ownerRef),
    );
    const refs = open.map(({ ownerRef }) => ownerRef);
    const existing = await reader.existing(refs, signal);
    return open.filter(({ ownerRef }) => existing.has(ownerRef));
  }

  async #notify(owner: Owner, reading: StalenessReading): Promise<void> {
    const { store, notices, clock, logger, target } = this.options;
    const named = await store.listed({
      filter: { state: 'stale', ownerRefs: [owner.ownerRef] },
      order: 'since',
      limit: MOST_NAMED,
    });
    try {
      const { total, stale } = reading;
      const notice = composeNotice(owner, named, { total, stale, target });
      await this.#send(owner.ownerRef, notice);
      await notices.record(owner.ownerRef, clock.now());
    } catch (error) {
      logger.warn(
        `An owner could not be notified of stale entities, and will be: ${
          (error as Error).message
        }`,
      );
    }
  }

  async #send(ownerRef: string, { title, text }: OwnerNotice): Promise<void> {
    await this.options.notifications.send({
      recipients: { type: 'entity', entityRef: [ownerRef] },
      payload: {
        title,
        description: text,
        link: PAGE,
        severity: 'normal',
        topic: TOPIC,
        // One sent twice, and that of the week after, take the place of it.
        scope: `adoption-metrics/stale-entities/${ownerRef}`,
      },
    });
  }
}
