import type { LongPolls } from './LongPolls';

/**
 * A window that is quiet except for open requests. If all of them turn out to
 * be streams or long polls, the load ended there.
 */
export class Standstill {
  /** When the window was long enough. */
  readonly noticedAt: number;
  #endedAt: number | undefined;
  #waitsFor: Map<number, string>;

  /**
   * @param endedAt - the last activity before the window, if any
   * @param waitsFor - open requests by id, with their URLs
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

  /** Whether one of the open requests has been answered. */
  isOutdatedBy(open: ReadonlyMap<number, string>): boolean {
    return [...this.#waitsFor.keys()].some(id => !open.has(id));
  }

  /** Notes that a request is a stream. */
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
