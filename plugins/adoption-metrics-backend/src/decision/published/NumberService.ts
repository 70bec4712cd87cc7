import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { notAccepted } from '../../http';
import { BoundFault, checkBounds, sentenceOf } from './checkBounds';
import { composePublished } from './composePublished';
import {
  CurrencyConfig,
  effectiveNumbers,
  sourceOf,
  Substitute,
} from './effectiveNumbers';
import { isAscending } from './findFaults';
import { KnownNumber, knownNumbers } from './knownNumbers';
import { EarlierNumber, NumberStore, Replacement } from './NumberStore';
import {
  Bounds,
  DecisionNumber,
  Published,
  PublishedReader,
} from './Published';
import { PublishedFile } from './schema';

const KEY = 'adoptionMetrics.decision.numbers';

/** Knows every number that the decision rests on, and what replaces it. */
export class NumberService implements PublishedReader {
  readonly #known: Map<string, KnownNumber>;

  /** @throws InputError if the configuration replaces a number wrongly. */
  constructor(
    private readonly options: {
      /** With the organization's own options. */
      file: PublishedFile;
      money: CurrencyConfig;
      /** What the configuration replaces, by the ids of numbers. */
      configured: Record<string, { low?: number; high?: number; why: string }>;
      store: Pick<NumberStore, 'read' | 'readEarlier' | 'replace' | 'restore'>;
    },
  ) {
    this.#known = knownNumbers(options.file);
    this.#checkConfigured();
  }

  /** All that others have published, with what replaces it now. */
  async read(): Promise<Published> {
    return this.#compose(await this.numbers());
  }

  /** Every number, by its id. */
  async numbers(): Promise<Map<string, DecisionNumber>> {
    const replacements = await this.options.store.read();
    return this.#effective(id => {
      const replacement = replacements.get(id);
      return replacement && substituteOf(replacement);
    });
  }

  /** What held before on the page, by number. */
  earlier(): Promise<Map<string, EarlierNumber[]>> {
    return this.options.store.readEarlier();
  }

  /**
   * Replaces a number.
   *
   * @throws NotFoundError if there is none; ConflictError if the configuration
   *   replaces it; InputError if it cannot be replaced by that
   */
  async replace(id: string, replacement: Replacement): Promise<DecisionNumber> {
    const known = this.#changeable(id);
    const fault =
      this.#faultOf(known, replacement) ??
      (await this.#faultOfPlansWith(id, replacement));
    if (fault) {
      const { bound, value, accepted } = fault;
      throw notAccepted(bound, value, accepted, 'body');
    }
    await this.options.store.replace(id, replacement);
    return this.#numberOf(id);
  }

  /**
   * Lets the published number hold again.
   *
   * @throws NotFoundError if there is none, or if nobody replaced it;
   *   ConflictError if the configuration replaces it
   */
  async restore(
    id: string,
    act: Pick<Replacement, 'at' | 'by'>,
  ): Promise<DecisionNumber> {
    this.#changeable(id);
    if (!(await this.options.store.read()).has(id)) {
      throw new NotFoundError(`The number '${id}' has not been replaced`);
    }
    await this.options.store.restore(id, act);
    return this.#numberOf(id);
  }

  async #numberOf(id: string): Promise<DecisionNumber> {
    return (await this.numbers()).get(id)!;
  }

  #changeable(id: string): KnownNumber {
    const known = this.#known.get(id);
    if (!known) {
      throw new NotFoundError(
        `Unknown number '${id}'; expected ${this.#ids()}`,
      );
    }
    if (this.options.configured[id]) {
      throw new ConflictError(
        `The number '${id}' is set by ${KEY} in the configuration; change it there`,
      );
    }
    return known;
  }

  #faultOf(known: KnownNumber, bounds: Bounds): BoundFault | undefined {
    return checkBounds(bounds, known.unit, {
      published: sourceOf(known, this.#known).claim,
      isSingle: known.isSingle,
    });
  }

  #checkConfigured(): void {
    for (const [id, given] of Object.entries(this.options.configured)) {
      const known = this.#known.get(id);
      if (!known) {
        throw new InputError(
          `${KEY}.${id} is unknown; expected one of ${this.#ids()}`,
        );
      }
      const fault = this.#faultOf(known, boundsOf(given));
      if (fault) {
        throw new InputError(sentenceOf(fault, `${KEY}.${id}`));
      }
    }
    const plan = fallingPlan(this.#compose(this.#effective(() => undefined)));
    if (plan) {
      throw new InputError(
        `${KEY} lets the plan "${plan.title}" fall; expected shares that never fall from month to month`,
      );
    }
  }

  async #faultOfPlansWith(
    id: string,
    replacement: Replacement,
  ): Promise<BoundFault | undefined> {
    const replacements = await this.options.store.read();
    const numbers = this.#effective(each => {
      const held = each === id ? replacement : replacements.get(each);
      return held && substituteOf(held);
    });
    return fallingPlan(this.#compose(numbers))
      ? {
          bound: 'low',
          value: replacement.low,
          accepted: 'shares between those of the months before and after it',
        }
      : undefined;
  }

  #effective(inPage: (id: string) => Substitute | undefined) {
    const { configured, money } = this.options;
    return effectiveNumbers(this.#known, {
      ...money,
      substituteOf: id => {
        const given = configured[id];
        return given
          ? {
              ...boundsOf(given),
              replaced: { from: 'configuration', why: given.why },
            }
          : inPage(id);
      },
    });
  }

  #compose(numbers: Map<string, DecisionNumber>): Published {
    const { file, money } = this.options;
    return composePublished(file, numbers, money.currency);
  }

  #ids(): string {
    return [...this.#known.keys()].join(', ');
  }
}

function boundsOf({ low, high }: { low?: number; high?: number }): Bounds {
  return { low: low ?? null, high: high ?? null };
}

function substituteOf({ low, high, why, at, by }: Replacement): Substitute {
  return {
    low,
    high,
    replaced: { from: 'page', why, at, ...(by !== undefined && { by }) },
  };
}

/** A plan that would expect less in a later month. */
function fallingPlan({ plans }: Published) {
  return plans.find(({ milestones }) => !isAscending(milestones));
}
