import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { failureCodeOf } from '../../failures';
import { notify, RecipientReader } from '../../people';
import { DAY_MS, latestDue, ReportingZone } from '../../time';
import { CatalogScanStore } from '../CatalogScanStore';
import { AppliedRule } from '../rules/StalenessRule';
import { CatalogReader } from '../scan/CatalogReader';
import { OwnerReading, StalenessReading } from '../StalenessReading';
import {
  composeNotification,
  MOST_NAMED,
  OwnerNotification,
} from './composeNotification';
import { OwnerNotificationConfig } from '../config';
import { OwnerNotificationStore } from './OwnerNotificationStore';

/** If the backend was down for longer, it skips to the next week. */
const LATEST_MS = 2 * DAY_MS;

/** After this many consecutive failures, the next run continues. */
const MOST_FAILURES = 3;

/** Users can mute the topic in their notification settings. */
const TOPIC = 'stale-entities';
const PAGE = '/adoption/catalog';

/**
 * Notifies owners about their stale entities once a week. Retries owners who
 * could not be reached, such as groups without members.
 */
export class OwnerNotificationTask {
  /** Owners that failed before come last, so that they do not block others. */
  readonly #failed = new Set<string>();

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
      rules: Pick<AppliedRule, 'reason' | 'definition'>[];
      /** The share of stale entities must be below this. */
      target: number;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { scans, clock, zone, config } = this.options;
    const now = clock.now();
    const due = latestDue(now, zone, config.when);
    const reading = await scans.latest();
    // An old scan may be outdated.
    if (!reading || now - reading.scannedAt > DAY_MS || now - due > LATEST_MS) {
      return;
    }
    let failures = 0;
    for (const owner of await this.#stillToNotify(reading, due, signal)) {
      signal.throwIfAborted();
      const isNotified = await this.#notify(owner, reading, signal);
      failures = isNotified ? 0 : failures + 1;
      this.#note(owner, isNotified);
      if (failures === MOST_FAILURES) {
        return;
      }
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
    const found = open.filter(({ ownerRef }) => existing.has(ownerRef));
    const hasFailed = ({ ownerRef }: OwnerReading) =>
      this.#failed.has(ownerRef);
    return [
      ...found.filter(owner => !hasFailed(owner)),
      ...found.filter(hasFailed),
    ];
  }

  #note({ ownerRef }: OwnerReading, isNotified: boolean): void {
    if (isNotified) {
      this.#failed.delete(ownerRef);
    } else {
      this.#failed.add(ownerRef);
    }
  }

  /**
   * @returns false after a failure
   */
  async #notify(
    owner: OwnerReading,
    reading: StalenessReading,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { store, recipients, clock, logger } = this.options;
    const { ownerRef } = owner;
    try {
      const unreachable = await recipients.unreachable([ownerRef]);
      if (unreachable.length > 0) {
        await store.recordUnreachable(ownerRef, clock.now());
        return true;
      }
      await this.#send(ownerRef, await this.#compose(owner, reading), signal);
      await store.recordNotified(ownerRef, clock.now());
      return true;
    } catch (error) {
      signal.throwIfAborted();
      const code = failureCodeOf(error);
      logger.warn(
        `Could not notify an owner of stale entities (${code}); will try again`,
      );
      return false;
    }
  }

  async #compose(
    owner: OwnerReading,
    { total, stale }: StalenessReading,
  ): Promise<OwnerNotification> {
    const { scans, rules, target } = this.options;
    const named = await scans.listed({
      filter: { state: 'stale', owners: [owner.ownerRef] },
      order: 'since',
      limit: MOST_NAMED,
    });
    return composeNotification(
      owner,
      { named, rules },
      { total, stale, target },
    );
  }

  async #send(
    ownerRef: string,
    { title, text }: OwnerNotification,
    signal: AbortSignal,
  ): Promise<void> {
    const payload = {
      title,
      description: text,
      link: PAGE,
      severity: 'normal' as const,
      topic: TOPIC,
      // With the same scope, a new notification replaces the previous one.
      scope: `adoption-metrics/stale-entities/${ownerRef}`,
    };
    await notify(
      this.options.notifications,
      { recipients: { type: 'entity', entityRef: [ownerRef] }, payload },
      signal,
    );
  }
}
