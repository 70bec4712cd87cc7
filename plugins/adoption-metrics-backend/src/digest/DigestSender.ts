import {
  DigestPeriod,
  digestPeriods,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AlertRouting, AlertStore, keyOf } from '../alerts';
import { Visibility } from '../http';
import { SampleStore } from '../samples';
import {
  Day,
  DAY_MS,
  formatDay,
  latestDue,
  ReportingZone,
  startOfPeriod,
} from '../time';
import { DigestConfig } from './config';
import { DigestReporter } from './DigestReporter';
import { titleOf, writeDigest } from './writeDigest';

/** A portal that was down at that hour sends it up to two days later, or not. */
const LATEST_MS = 2 * DAY_MS;

/** Stores each digest at its hour, once on any number of replicas. */
export class DigestSender {
  constructor(
    private readonly options: {
      reporter: Pick<DigestReporter, 'report'>;
      store: Pick<AlertStore, 'add' | 'lastStates'>;
      samples: Pick<SampleStore, 'latestDay'>;
      clock: Clock;
      zone: ReportingZone;
      config: DigestConfig;
      routing: Pick<AlertRouting, 'channelsAt'>;
      /** Whether it quotes what people wrote, which may name somebody. */
      names: boolean;
      /** What the recipients may know: whatever the catalog has. */
      visibility(): Promise<Visibility>;
    },
  ) {}

  async send(signal: AbortSignal): Promise<void> {
    for (const period of digestPeriods) {
      signal.throwIfAborted();
      const lastDay = this.#dueFor(period);
      if (lastDay !== undefined) {
        await this.#store(period, lastDay);
      }
    }
  }

  /** Last day of the week or month that is to be sent now. */
  #dueFor(period: DigestPeriod): Day | undefined {
    const { clock, zone, config } = this.options;
    const recurrence = config[period];
    if (!recurrence) {
      return undefined;
    }
    const now = clock.now();
    const due = latestDue(now, zone, recurrence);
    return now - due > LATEST_MS
      ? undefined
      : startOfPeriod(zone.dayOf(due), period) - 1;
  }

  async #isClosed(lastDay: Day): Promise<boolean> {
    const closed = await this.options.samples.latestDay('active-users');
    return closed !== undefined && closed >= lastDay;
  }

  /** Unless it was stored before, or its days are not closed yet. */
  async #store(period: DigestPeriod, lastDay: Day): Promise<void> {
    const { store, clock, routing } = this.options;
    const digest = {
      rule: 'digest' as const,
      subject: period,
      state: formatDay(lastDay),
    };
    const follows = (await store.lastStates()).get(keyOf(digest));
    if (follows?.state === digest.state || !(await this.#isClosed(lastDay))) {
      return;
    }
    const channels = await routing.channelsAt('digest', clock.now());
    if (channels.length === 0) {
      return;
    }
    // Of replicas that write about the same period, one stores it.
    await store.add(
      { ...digest, ...(await this.#write(period, lastDay)) },
      { at: clock.now(), channels, follows },
    );
  }

  async #write(period: DigestPeriod, lastDay: Day) {
    const { reporter, visibility, names } = this.options;
    const report = await reporter.report(period, await visibility(), lastDay);
    const content = names ? report : { ...report, annotations: [] };
    return {
      severity: 'low' as const,
      title: titleOf(content),
      text: writeDigest(content),
    };
  }
}
