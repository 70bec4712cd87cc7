import { LoggerService } from '@backstage/backend-plugin-api';
import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { chunked, isConflict, retryTransient } from '../../database';
import { IdentityRow, lockIdentities, PEOPLE } from '../identities';
import { Pseudonymizer } from '../pseudonym';

/** A person's pseudonyms under the current and the previous secret. */
interface Pair {
  now: string;
  /** Undefined if the previous secret is not configured. */
  then: string | undefined;
}

/** A person who is stored under both secrets. */
type Doubled = Required<Pair> & { then: string };

/**
 * Links people who are stored under the previous secret to their new pseudonym.
 * A pseudonym cannot be reversed, so people are linked when their name is
 * known: when the catalog is read, and when they visit. Idempotent, and safe to
 * run on several replicas.
 */
export class SecretLinker {
  /** Pseudonyms that have not been linked yet. */
  readonly #left: Set<string>;

  private constructor(
    private readonly options: {
      knex: Knex;
      logger: LoggerService;
      pseudonymize: Pseudonymizer;
      formerly: Pseudonymizer | undefined;
      /** Merges one identity into another, with all its data. */
      merge(identities: { from: string; into: string }): Promise<unknown>;
      /** Called once everybody is linked. */
      whenDone(): Promise<void>;
    },
    left: string[],
  ) {
    this.#left = new Set(left);
  }

  static async create(options: SecretLinker['options']): Promise<SecretLinker> {
    const left: string[] = await options
      .knex<IdentityRow>(PEOPLE)
      .where({ former_secret: true })
      .pluck('pseudonym');
    const linker = new SecretLinker(options, left);
    await linker.#report(0);
    return linker;
  }

  /** Whether everybody is linked. */
  get isDone(): boolean {
    return this.#left.size === 0;
  }

  /**
   * Afterwards, none of these people is stored under the previous secret.
   *
   * @param entityRefs - any people, most of whom do not need to be linked
   */
  async link(entityRefs: string[]): Promise<void> {
    if (this.isDone) {
      return;
    }
    const { pseudonymize, formerly } = this.options;
    const due = entityRefs
      .map(ref => ({ now: pseudonymize(ref), then: formerly?.(ref) }))
      .filter(pair => this.#isLeft(pair));
    for (const pairs of chunked(due)) {
      await this.#persist(() => this.#linkAll(pairs));
      pairs.forEach(({ now, then }) => {
        this.#left.delete(now);
        this.#left.delete(then ?? now);
      });
    }
    await (due.length > 0 && this.#report(due.length));
  }

  #isLeft({ now, then }: Pair): boolean {
    return this.#left.has(now) || (then !== undefined && this.#left.has(then));
  }

  // The person may be stored under the new secret at the same time.
  #persist(run: () => Promise<void>): Promise<void> {
    return run().catch(error => {
      if (!isConflict(error)) {
        throw error;
      }
      return run();
    });
  }

  async #linkAll(pairs: Pair[]): Promise<void> {
    const doubled = await retryTransient(() =>
      this.options.knex.transaction(tx => rename(tx, pairs)),
    );
    for (const { now, then } of doubled) {
      await this.options.merge({ from: then, into: now });
      await this.options
        .knex<IdentityRow>(PEOPLE)
        .where({ pseudonym: then, former_secret: true })
        .whereNotNull('merged_into')
        .delete();
    }
  }

  async #report(linked: number): Promise<void> {
    const { logger, whenDone } = this.options;
    const left = writeCount(this.#left.size, 'person is', 'people are');
    if (linked > 0) {
      const who = writeCount(linked, 'person was', 'people were');
      logger.info(`${who} linked to the new secret, and ${left} left`);
    } else if (this.#left.size > 0) {
      logger.info(`${left} stored under the secret before this one`);
    }
    await (this.isDone && whenDone());
  }
}

/** Returns people who are stored under both secrets. */
async function rename(tx: Knex, pairs: Pair[]): Promise<Doubled[]> {
  const rows = await lockIdentities(
    tx,
    pairs.flatMap(({ now, then }) =>
      then === undefined ? [now] : [now, then],
    ),
  );
  const known = new Map(rows.map(row => [row.pseudonym, row]));
  const doubled: Doubled[] = [];
  for (const { now, then } of pairs) {
    const current = known.get(now);
    const former = then === undefined ? undefined : known.get(then);
    if (current?.former_secret) {
      // The previous secret has become the current one again.
      await update(tx, current.id, { former_secret: false });
    }
    if (former?.former_secret && !current) {
      await update(tx, former.id, { pseudonym: now, former_secret: false });
    } else if (former?.former_secret) {
      doubled.push({ now, then: former.pseudonym });
    }
  }
  return doubled;
}

async function update(
  tx: Knex,
  id: number,
  changes: Partial<IdentityRow>,
): Promise<void> {
  await tx<IdentityRow>(PEOPLE).where({ id }).update(changes);
}
