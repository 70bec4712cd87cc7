import { UserError } from 'toolchain/lib/say.mjs';

/** What is looked at in a portal, and what was wrong with it. */
export class Checks {
  #passed = 0;
  readonly #failures: string[] = [];

  constructor(private readonly note: (text: string) => void) {}

  get passed(): number {
    return this.#passed;
  }

  /** A sentence for each check that failed. */
  get failures(): string[] {
    return this.#failures;
  }

  /** Does a check; the next ones are done even when it fails. */
  async check(what: string, work: () => Promise<void>): Promise<void> {
    const started = Date.now();
    try {
      await work();
      this.#passed++;
      this.note(`${what}: yes, ${Math.round((Date.now() - started) / 1000)} s`);
    } catch (error) {
      const { message, stack } = error as Error;
      const reason = error instanceof UserError ? message : `${stack}`;
      this.#failures.push(`${what}: ${message.split('\n')[0]}`);
      this.note(`${what}: NO\n${reason}`);
    }
  }
}
