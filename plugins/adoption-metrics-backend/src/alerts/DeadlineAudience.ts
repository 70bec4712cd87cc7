import {
  DeadlineReport,
  inEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Audience } from '../deadline';
import { RecipientReader, UnreachableRecipient } from '../people';
import { MINUTE_MS } from '../time';
import { AlertRouting } from './AlertRouting';
import { NOTIFICATIONS } from './channels/NotificationChannel';
import { RecipientList } from './RecipientList';

/** Every homepage asks for this, and it rarely changes. */
const KEPT_MS = MINUTE_MS;

/** Determines who is notified about the deadline, or why nobody is. */
export class DeadlineAudience {
  #known?: { key: string; until: number; unreachable: UnreachableRecipient[] };

  constructor(
    private readonly options: {
      routing: Pick<AlertRouting, 'channels' | 'channelsOf' | 'isMutedAt'>;
      recipients: Pick<RecipientList, 'of'>;
      reader: Pick<RecipientReader, 'unreachable'>;
      configured: string[];
      clock: Clock;
    },
  ) {}

  /** As of now. */
  async read(): Promise<Audience> {
    const { routing, recipients, configured, clock } = this.options;
    const [usable, refs, isMuted] = await Promise.all([
      routing.channelsOf('deadline'),
      recipients.of('deadline'),
      routing.isMutedAt('deadline', clock.now()),
    ]);
    const unreachable = await this.#unreachable(refs);
    const reaching = usable.filter(
      name => name !== NOTIFICATIONS || unreachable.length < refs.length,
    );
    const isSetUp =
      refs.length > 0 || routing.channels.some(name => name !== NOTIFICATIONS);
    const reason = reasonOf({ isSetUp, usable, reaching, isMuted });
    return {
      channels: reason ? [] : reaching,
      configuredRecipients: configured,
      nobodyNotified: reason && {
        reason,
        unreachable: unreachable.map(({ fault }) => inEnglish(fault)),
      },
    };
  }

  // If the catalog does not respond, recipients count as reachable.
  async #unreachable(refs: string[]): Promise<UnreachableRecipient[]> {
    const now = this.options.clock.now();
    const key = refs.join();
    if (this.#known?.key !== key || this.#known.until <= now) {
      const found = this.options.reader.unreachable(refs);
      const unreachable = await found.catch(() => []);
      this.#known = { key, until: now + KEPT_MS, unreachable };
    }
    return this.#known.unreachable;
  }
}

type Reason = NonNullable<DeadlineReport['nobodyNotified']>['reason'];

/** Null if at least one recipient can be reached. */
function reasonOf(found: {
  isSetUp: boolean;
  usable: string[];
  reaching: string[];
  isMuted: boolean;
}): Reason | null {
  if (found.isMuted) {
    return 'muted';
  }
  if (found.reaching.length > 0) {
    return null;
  }
  if (found.usable.length > 0) {
    return 'unreachable';
  }
  return found.isSetUp ? 'switched-off' : 'no-recipients';
}
