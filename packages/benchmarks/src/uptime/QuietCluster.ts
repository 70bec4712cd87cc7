import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ComponentStore,
  HeartbeatStore,
  HeartbeatRecorder,
  ProbeRunner,
} from '../pluginInternals';

/** What happens in a year in which nothing happens. */
export interface QuietYear {
  replicas: number;
  days: number;
  /** Days between two deployments. */
  deployEvery: number;
  /** Of heartbeats and probes, in ms. */
  period: number;
}

const DAY_MS = 86_400_000;

/** A new process is ready before the old one stops, one after the other. */
const ROLL_MS = 60_000;

/** Where the cluster keeps what it observes. */
interface Stores {
  heartbeats: HeartbeatStore;
  components: ComponentStore;
}

/** Replicas that beat and probe on a clock of their own. */
export class QuietCluster {
  readonly #year: QuietYear;
  readonly #stores: Stores;
  readonly #probes: ProbeRunner;
  readonly #never = new AbortController().signal;
  #replicas: HeartbeatRecorder[];
  #started = 0;
  #now: number;

  /** @param options - with the instant at which the year begins, in ms UTC */
  constructor(options: {
    year: QuietYear;
    stores: Stores;
    logger: LoggerService;
    start: number;
  }) {
    const { year, stores, logger, start } = options;
    this.#year = year;
    this.#stores = stores;
    this.#now = start;
    this.#replicas = Array.from({ length: year.replicas }, () => this.#start());
    this.#probes = new ProbeRunner({
      probes: [
        { name: 'portal', counts: true, check: async () => ({ state: 'up' }) },
      ],
      store: stores.components,
      clock: { now: () => this.#now },
      logger,
      health: { getReadiness: async () => ({ status: 200 }) },
      period: year.period,
    });
  }

  /** Lives the year, with deployments that roll over the replicas. */
  async live(): Promise<void> {
    const { days, deployEvery } = this.#year;
    for (let day = 0; day < days; day += deployEvery) {
      await this.#run(deployEvery);
      await this.#deploy();
    }
  }

  async #run(days: number): Promise<void> {
    const until = this.#now + days * DAY_MS;
    while (this.#now < until) {
      await Promise.all(this.#replicas.map(each => each.beat(this.#now)));
      await this.#probes.run(this.#never);
      this.#now += this.#year.period;
    }
  }

  async #deploy(): Promise<void> {
    const replaced = this.#replicas;
    this.#replicas = replaced.map(() => this.#start());
    for (const [index, old] of replaced.entries()) {
      await this.#replicas[index].beat(this.#now);
      await old.close(this.#now, 'shutdown');
      this.#now += ROLL_MS;
    }
  }

  #start(): HeartbeatRecorder {
    this.#started += 1;
    return new HeartbeatRecorder({
      store: this.#stores.heartbeats,
      instanceId: `process-${this.#started}`,
      period: this.#year.period,
    });
  }
}
