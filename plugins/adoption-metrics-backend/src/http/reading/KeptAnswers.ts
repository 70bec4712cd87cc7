/** Answers may hold so much text together. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/** Longest that an answer is given again, in ms. */
const LONGEST_MS = 60_000;

interface KeptAnswer {
  answer: object;
  basis: string;
  characters: number;
  until: number;
}

/** Keeps answers as long as nothing has changed of what they are made from. */
export class KeptAnswers {
  /** The one longest unused first. */
  readonly #kept = new Map<string, KeptAnswer>();
  #characters = 0;

  /**
   * @param most - characters of all answers together
   * @param now - in ms, of a clock that is never set
   */
  constructor(
    private readonly most: number = MOST_CHARACTERS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @param basis - says in which state that is from which it is made */
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
    // One answer never drives out more than half of the others.
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
