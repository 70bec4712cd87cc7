import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Audience } from '../deadline';
import { RecipientReader, UnreachableRecipient } from '../people';
import { MINUTE_MS } from '../time';
import { AlertRouting } from './AlertRouting';
import { NOTIFICATIONS } from './channels/NotificationChannel';
import { RecipientList } from './RecipientList';

/** Every homepage asks, and members come and go seldom. */
const KEPT_MS = MINUTE_MS;

/** Who is notified of a change of the deadline, and why nobody is. */
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

  /** At this moment. */
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
        unreachable: unreachable.map(({ fault }) => fault),
      },
    };
  }

  // What the catalog does not say is no reason to call somebody unreachable.
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

/** null while somebody is notified. */
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
