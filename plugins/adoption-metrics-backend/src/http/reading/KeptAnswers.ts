/** Maximum size of all cached responses together. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/** Maximum age of a cached response, in ms. */
const LONGEST_MS = 60_000;

interface KeptAnswer {
  answer: object;
  basis: string;
  characters: number;
  until: number;
}

/** Caches responses for as long as their data has not changed. */
export class KeptAnswers {
  /** Least recently used first. */
  readonly #kept = new Map<string, KeptAnswer>();
  #characters = 0;

  /**
   * @param most - characters of all responses together
   * @param now - a monotonic clock, in ms
   */
  constructor(
    private readonly most: number = MOST_CHARACTERS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @param basis - the version of the data behind the response
   */
  find(key: string, basis: string): object | undefined {
    const found = this.#kept.get(key);
    if (!found) {
      return undefined;
    }
    this.#remove(key, found);
    if (found.basis !== basis || found.until <= this.now()) {
      return undefined;
    }
    this.#add(key, found);
    return found.answer;
  }

  keep(key: string, basis: string, answer: object): void {
    const before = this.#kept.get(key);
    if (before) {
      this.#remove(key, before);
    }
    const characters = key.length + JSON.stringify(answer).length;
    // A single response must not evict more than half of the others.
    if (characters > this.most / 2) {
      return;
    }
    const until = this.now() + LONGEST_MS;
    this.#add(key, { answer, basis, characters, until });
    for (const [oldest, kept] of this.#kept) {
      if (this.#characters <= this.most) {
        break;
      }
      this.#remove(oldest, kept);
    }
  }

  #add(key: string, kept: KeptAnswer): void {
    this.#kept.set(key, kept);
    this.#characters += kept.characters;
  }

  #remove(key: string, kept: KeptAnswer): void {
    this.#kept.delete(key);
    this.#characters -= kept.characters;
  }
}
