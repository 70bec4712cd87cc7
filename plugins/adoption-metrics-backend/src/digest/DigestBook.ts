import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Digest, DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AlertStore } from '../alerts';
import { formatInstant, nextDue, ReportingZone } from '../time';
import { DigestConfig } from './config';
import { DigestReporter } from './DigestReporter';
import { titleOf, writeDigest } from './writeDigest';

/** A digest as it would be sent now, and what became of the last one. */
export class DigestBook {
  constructor(
    private readonly options: {
      reporter: DigestReporter;
      store: Pick<AlertStore, 'newest'>;
      clock: Clock;
      zone: ReportingZone;
      config: DigestConfig;
      /** Names of the channels through which it is sent. */
      channels: string[];
    },
  ) {}

  async read(
    period: DigestPeriod,
    credentials: BackstageCredentials,
  ): Promise<Digest> {
    const content = await this.options.reporter.report(period, credentials);
    return {
      ...content,
      title: titleOf(content),
      text: writeDigest(content),
      delivery: await this.#delivery(period),
    };
  }

  async #delivery(period: DigestPeriod): Promise<Digest['delivery']> {
    const { store, channels } = this.options;
    const of = { rule: 'digest' as const, subject: period };
    const [last] = await store.newest({ limit: 1, of });
    return {
      nextAt: this.#nextAt(period),
      channels,
      last: last
        ? { at: last.at, title: last.title, deliveries: last.deliveries }
        : null,
    };
  }

  #nextAt(period: DigestPeriod): string | null {
    const { config, clock, zone, channels } = this.options;
    const recurrence = config[period];
    return recurrence && channels.length > 0
      ? formatInstant(nextDue(clock.now(), zone, recurrence))
      : null;
  }
}
