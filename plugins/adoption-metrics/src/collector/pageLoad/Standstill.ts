import type { LongPolls } from './LongPolls';

/**
 * A quiet window in which nothing but open requests kept a load going. Should
 * each of them turn out to be a stream or a long poll, the load had ended
 * there.
 */
export class Standstill {
  /** When the window was long enough. */
  readonly noticedAt: number;
  #endedAt: number | undefined;
  #waitsFor: Map<number, string>;

  /**
   * @param endedAt - the last activity before the window, if there was any
   * @param waitsFor - the open requests by id, with their addresses
   */
  constructor(
    noticedAt: number,
    endedAt: number | undefined,
    waitsFor: ReadonlyMap<number, string>,
  ) {
    this.noticedAt = noticedAt;
    this.#endedAt = endedAt;
    this.#waitsFor = new Map(waitsFor);
  }

  get endedAt(): number | undefined {
    return this.#endedAt;
  }

  /** Whether something the load waited for was answered since. */
  isOutdatedBy(open: ReadonlyMap<number, string>): boolean {
    return [...this.#waitsFor.keys()].some(id => !open.has(id));
  }

  /** Hears that a stream answers a request since the instant. */
  onStream(id: number, at: number): void {
    if (at <= this.noticedAt && this.#waitsFor.delete(id)) {
      this.#endedAt = Math.max(this.#endedAt ?? at, at);
    }
  }

  wasForNothing(longPolls: LongPolls): boolean {
    const addresses = [...this.#waitsFor.values()];
    return addresses.every(address => longPolls.has(address));
  }
}
