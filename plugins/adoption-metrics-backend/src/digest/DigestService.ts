import { Digest, DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Visibility } from '../http';
import { AlertRouting, AlertStore, DeliveryStore, toDelivery } from '../alerts';
import { Day, formatInstant, nextDue, ReportingZone } from '../time';
import { DigestConfig } from './config';
import { DigestReporter } from './DigestReporter';
import { titleOf, writeDigest } from './writeDigest';

/** The digest of a closed period, with what became of the last one sent. */
export class DigestService {
  constructor(
    private readonly options: {
      reporter: DigestReporter;
      store: Pick<AlertStore, 'newest'>;
      deliveries: Pick<DeliveryStore, 'of'>;
      clock: Clock;
      zone: ReportingZone;
      config: DigestConfig;
      routing: Pick<AlertRouting, 'channelsOf' | 'channelsAt'>;
    },
  ) {}

  async read(
    period: DigestPeriod,
    visibility: Visibility,
    of?: Day,
  ): Promise<Digest> {
    const { reporter } = this.options;
    const content = await reporter.report(period, visibility, of);
    return {
      ...content,
      title: titleOf(content),
      text: writeDigest(content),
      delivery: await this.#delivery(period),
    };
  }

  async #delivery(period: DigestPeriod): Promise<Digest['delivery']> {
    return {
      nextAt: await this.#nextAt(period),
      channels: await this.options.routing.channelsOf('digest'),
      last: await this.#last(period),
    };
  }

  async #last(period: DigestPeriod): Promise<Digest['delivery']['last']> {
    const { store, deliveries } = this.options;
    const of = { rule: 'digest' as const, subject: period };
    const [last] = await store.newest({ limit: 1, of });
    return last
      ? {
          at: formatInstant(last.at),
          title: last.title,
          lastDay: last.state,
          deliveries: (await deliveries.of([last.id])).map(toDelivery),
        }
      : null;
  }

  /** null if it is not sent then, such as while it is muted. */
  async #nextAt(period: DigestPeriod): Promise<string | null> {
    const { config, clock, zone, routing } = this.options;
    const recurrence = config[period];
    if (!recurrence) {
      return null;
    }
    const next = nextDue(clock.now(), zone, recurrence);
    const channels = await routing.channelsAt('digest', next);
    return channels.length > 0 ? formatInstant(next) : null;
  }
}
