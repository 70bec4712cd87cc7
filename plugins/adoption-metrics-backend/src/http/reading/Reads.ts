import { untilAborted } from '../../database';
import { KeptAnswers } from './KeptAnswers';
import { ReadGate } from './ReadGate';
import { SharedReads } from './SharedReads';

/** A read of one caller. */
interface Read {
  /** Callers take turns. */
  caller: string;
  /** Aborted once the client is gone. */
  signal: AbortSignal;
}

/** A read whose response is the same for all callers. */
interface CommonRead extends Read {
  /** Identifies the request. */
  key: string;
  /**
   * A version of the data behind the response; undefined if it always changes.
   */
  basis: () => Promise<string | undefined>;
}

/**
 * Runs reads: limited in number, shared if identical, and cached while their
 * data stays the same.
 */
export class Reads {
  readonly #shared = new SharedReads();
  readonly #kept = new KeptAnswers();

  constructor(private readonly gate: ReadGate) {}

  /** Runs a read for one caller. */
  own<T>({ caller, signal }: Read, read: () => Promise<T>): Promise<T> {
    return this.gate.serve(caller, signal, () => untilAborted(signal, read));
  }

  /** Runs a read that all callers can share. */
  common(asked: CommonRead, read: () => Promise<object>): Promise<object> {
    return this.#shared.read(asked.key, asked.signal, signal =>
      this.#unlessKept({ ...asked, signal }, read),
    );
  }

  async #unlessKept(
    { key, basis, ...asked }: CommonRead,
    read: () => Promise<object>,
  ): Promise<object> {
    // Determined first: data that changes while it is read makes the response
    // outdated.
    const state = await basis();
    const kept = state === undefined ? state : this.#kept.find(key, state);
    if (kept) {
      return kept;
    }
    const answer = await this.own(asked, read);
    if (state !== undefined) {
      this.#kept.keep(key, state, answer);
    }
    return answer;
  }
}
