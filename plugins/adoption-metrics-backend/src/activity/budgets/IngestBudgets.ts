import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { TooManyRequestsError } from '../../http';
import { Pseudonymizer } from '../../people';
import { Interval, ReportingZone } from '../../time';
import { BudgetItem, PersonUse, Spending } from './PersonUse';

/**
 * A browser sends one batch at a time, and possibly another one when a page
 * closes. Parsing a batch can take about 20 ms, whatever it contains.
 */
const MAX_REQUESTS_AT_ONCE = 4;

/**
 * How many people's use is cached. For others, it is read from the database
 * again.
 */
const MAX_PEOPLE = 50_000;

/**
 * Enough characters of a pseudonym to distinguish a few people, but not to
 * identify them.
 */
const LOGGED_CHARACTERS = 4;

const words: Record<BudgetItem, string> = {
  events: 'events',
  batches: 'batches',
  pageLoads: 'page loads',
};

function write(budget: Spending, item: BudgetItem): string {
  return `${budget[item].toLocaleString('en-US')} ${words[item]}`;
}

/** Enforces daily limits per person. */
export class IngestBudgets {
  #today: Interval = { from: 0, to: 0 };
  readonly #people = new Map<string, PersonUse>();

  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      budget: Spending;
      logger: Pick<LoggerService, 'warn'>;
      pseudonymize: Pseudonymizer;
    },
  ) {}

  /** What a person has used of today's limits. */
  of(entityRef: string): PersonUse {
    this.#turnDay();
    const person = entityRef.toLocaleLowerCase('en-US');
    const known = this.#people.get(person);
    if (known) {
      return known;
    }
    this.#makeRoom();
    const use = new PersonUse(this.options.budget);
    this.#people.set(person, use);
    return use;
  }

  /**
   * Admits a request before its body is read.
   *
   * @returns to be called after the request
   * @throws TooManyRequestsError if the person has exceeded a limit, or has too
   * many concurrent requests
   */
  enter(entityRef: string): () => void {
    const use = this.of(entityRef);
    const item = use.usedUp();
    if (item) {
      this.#logOnce(entityRef, item);
      throw this.#usedUp(item);
    }
    if (use.requests >= MAX_REQUESTS_AT_ONCE) {
      throw new TooManyRequestsError(
        `You send more than ${MAX_REQUESTS_AT_ONCE} batches at once; wait for a response before sending another`,
        1,
      );
    }
    use.requests++;
    // Even an invalid request takes some work.
    use.charge({ events: 0, batches: 1, pageLoads: 0 });
    return () => {
      use.requests--;
    };
  }

  #usedUp(item: BudgetItem): TooManyRequestsError {
    const { budget, clock, zone } = this.options;
    const { to } = this.#today;
    return new TooManyRequestsError(
      `You have reached the daily limit of ${write(
        budget,
        item,
      )} per person; reports are accepted again on ${zone.writeInstant(to)}`,
      Math.ceil((to - clock.now()) / 1_000),
    );
  }

  #logOnce(entityRef: string, item: BudgetItem): void {
    const { logger, pseudonymize, budget } = this.options;
    const use = this.of(entityRef);
    if (use.isLogged) {
      return;
    }
    use.isLogged = true;
    const start = pseudonymize(entityRef).slice(0, LOGGED_CHARACTERS);
    logger.warn(
      `One person (${start}…) has reached today's limit of ${write(
        budget,
        item,
      )} (adoptionMetrics.ingest.${item}); further reports are rejected today`,
    );
  }

  #turnDay(): void {
    const { clock, zone } = this.options;
    const now = clock.now();
    if (now < this.#today.from || now >= this.#today.to) {
      this.#today = zone.intervalOf(zone.dayOf(now));
      this.#people.clear();
    }
  }

  #makeRoom(): void {
    if (this.#people.size < MAX_PEOPLE) {
      return;
    }
    for (const [person, { requests }] of this.#people) {
      if (requests === 0) {
        this.#people.delete(person);
        return;
      }
    }
  }
}
