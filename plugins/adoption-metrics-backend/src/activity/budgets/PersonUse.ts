/** What a person has reported on a day, as far as it is limited. */
export interface Spending {
  /** Accepted or not. */
  events: number;
  batches: number;
  /** Each writes up to four rows. */
  pageLoads: number;
}

export type BudgetItem = keyof Spending;

const items = ['events', 'batches', 'pageLoads'] as const;

/** What the database has stored of a person's reports on a day. */
export interface StoredSpending extends Spending {
  /** Batches whose faults are stored. */
  faulty: number;
}

/** Faults are stored and returned for this many batches per person and day. */
const MAX_FAULTY_BATCHES = 50;

/** This many reports of installed plugins are used per person and day. */
const MAX_INVENTORIES = 4;

/** Stored reports are read again after this share of a limit has been used. */
const READ_AGAIN_AFTER = 0.1;

/**
 * Tracks what a person has used of the daily limits. Reports to other replicas
 * are read from the database with the first batch, and again after each tenth
 * of a limit. A person who reports to several replicas can exceed a limit by a
 * tenth per additional replica.
 */
export class PersonUse {
  readonly spent: Spending = { events: 0, batches: 0, pageLoads: 0 };
  /** Requests in progress. */
  requests = 0;
  /** Whether it has been logged that a limit was reached. */
  isLogged = false;
  #faulty = 0;
  #inventories = 0;
  /** As of the last time it was read. */
  #read: Spending | undefined;

  constructor(private readonly budget: Spending) {}

  charge({ events, batches, pageLoads }: Spending): void {
    this.spent.events += events;
    this.spent.batches += batches;
    this.spent.pageLoads += pageLoads;
  }

  /** Undoes the charge for a batch that could not be stored. */
  refund({ events, batches, pageLoads }: Spending): void {
    this.charge({
      events: -events,
      batches: -batches,
      pageLoads: -pageLoads,
    });
  }

  /** The limit that has been reached, if any. */
  usedUp(): BudgetItem | undefined {
    const { spent, budget } = this;
    return items.find(item => spent[item] >= budget[item]);
  }

  /** Whether the faults of another batch may be stored. */
  takeFaulty(): boolean {
    this.#faulty++;
    return this.#faulty <= MAX_FAULTY_BATCHES;
  }

  /** Whether another report of installed plugins is used. */
  takeInventory(): boolean {
    this.#inventories++;
    return this.#inventories <= MAX_INVENTORIES;
  }

  /** Whether stored reports have to be read. */
  mustRead(): boolean {
    const { spent, budget } = this;
    const read = this.#read;
    return (
      !read ||
      items.some(
        item => spent[item] - read[item] >= budget[item] * READ_AGAIN_AFTER,
      )
    );
  }

  /** Updates what all replicas have stored so far. */
  learn(stored: StoredSpending): void {
    for (const item of items) {
      // Reports that were charged before the first read are not stored yet.
      this.spent[item] = this.#read
        ? Math.max(this.spent[item], stored[item])
        : this.spent[item] + stored[item];
    }
    this.#faulty = Math.max(this.#faulty, stored.faulty);
    this.#read = { ...this.spent };
  }
}
