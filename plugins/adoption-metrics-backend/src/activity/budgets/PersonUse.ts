/** What is counted of what one person reports on a day. */
export interface Spending {
  /** Accepted or not. */
  events: number;
  batches: number;
  /** Each writes up to four rows of counters. */
  pageLoads: number;
}

export type BudgetItem = keyof Spending;

const items = ['events', 'batches', 'pageLoads'] as const;

/** What of a person's day is in the database. */
export interface StoredSpending extends Spending {
  /** Batches of which faults are stored. */
  faulty: number;
}

/** Of so many batches of a person on a day, faults are stored and answered. */
const MAX_FAULTY_BATCHES = 50;

/** So many reports of what is installed are taken of a person on a day. */
const MAX_INVENTORIES = 4;

/** What is stored is read again after so large a part of a budget. */
const READ_AGAIN_AFTER = 0.1;

/**
 * What one person has used of the day's budget. The batches that all replicas
 * have stored are read at the first batch, and again after each tenth of the
 * budget: a person who reports to several replicas can use up a tenth more for
 * each of the others.
 */
export class PersonUse {
  readonly spent: Spending = { events: 0, batches: 0, pageLoads: 0 };
  /** Requests that are not answered yet. */
  requests = 0;
  /** Whether the log was told that a budget is used up. */
  isLogged = false;
  #faulty = 0;
  #inventories = 0;
  /** As of the last reading. */
  #read: Spending | undefined;

  constructor(private readonly budget: Spending) {}

  charge({ events, batches, pageLoads }: Spending): void {
    this.spent.events += events;
    this.spent.batches += batches;
    this.spent.pageLoads += pageLoads;
  }

  /** Takes back what was charged for a batch that could not be stored. */
  refund({ events, batches, pageLoads }: Spending): void {
    this.charge({
      events: -events,
      batches: -batches,
      pageLoads: -pageLoads,
    });
  }

  /** Which of the budgets is used up, if one is. */
  usedUp(): BudgetItem | undefined {
    const { spent, budget } = this;
    return items.find(item => spent[item] >= budget[item]);
  }

  /** Whether the faults of one more batch may be stored. */
  takeFaulty(): boolean {
    this.#faulty++;
    return this.#faulty <= MAX_FAULTY_BATCHES;
  }

  /** Whether one more report of what is installed counts. */
  takeInventory(): boolean {
    this.#inventories++;
    return this.#inventories <= MAX_INVENTORIES;
  }

  /** Whether what is stored has to be read. */
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

  /** Takes note of what all replicas have stored so far. */
  learn(stored: StoredSpending): void {
    for (const item of items) {
      // Nothing that was charged before the first reading is stored by then.
      this.spent[item] = this.#read
        ? Math.max(this.spent[item], stored[item])
        : this.spent[item] + stored[item];
    }
    this.#faulty = Math.max(this.#faulty, stored.faulty);
    this.#read = { ...this.spent };
  }
}
