import { untilAborted } from '../../database';
import { KeptAnswers } from './KeptAnswers';
import { ReadGate } from './ReadGate';
import { SharedReads } from './SharedReads';

/** Somebody's read. */
interface Read {
  /** Who takes turns with others. */
  caller: string;
  /** Aborted once they have gone. */
  signal: AbortSignal;
}

/** A read whose answer does not depend on who asks. */
interface CommonRead extends Read {
  /** Says what is asked for. */
  key: string;
  /** The state of what the answer is made from; undefined if it always changes. */
  basis: () => Promise<string | undefined>;
}

/** Serves reads: not too many at once, and none twice without need. */
export class Reads {
  readonly #shared = new SharedReads();
  readonly #kept = new KeptAnswers();

  constructor(private readonly gate: ReadGate) {}

  /** A read of one caller. */
  own<T>({ caller, signal }: Read, read: () => Promise<T>): Promise<T> {
    return this.gate.serve(caller, signal, () => untilAborted(signal, read));
  }

  /** A read that all who ask the same may share. */
  common(asked: CommonRead, read: () => Promise<object>): Promise<object> {
    return this.#shared.read(asked.key, asked.signal, signal =>
      this.#unlessKept({ ...asked, signal }, read),
    );
  }

  async #unlessKept(
    { key, basis, ...asked }: CommonRead,
    read: () => Promise<object>,
  ): Promise<object> {
    // Before reading: what changes meanwhile makes the answer an old one.
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
