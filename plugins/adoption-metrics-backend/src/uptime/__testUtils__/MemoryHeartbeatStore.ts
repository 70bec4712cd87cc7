import { Interval } from '../../time';
import { HeartbeatInterval } from '../heartbeat';
import { HeartbeatStore } from '../HeartbeatStore';

/** Holds heartbeat intervals in memory and fails on demand. */
export class MemoryHeartbeatStore
  implements Pick<HeartbeatStore, keyof HeartbeatStore>
{
  readonly saves: HeartbeatInterval[] = [];
  reachable = true;
  /** What a save waits for. */
  gate: Promise<void> = Promise.resolve();
  readonly #rows = new Map<string, HeartbeatInterval>();

  get intervals(): HeartbeatInterval[] {
    return [...this.#rows.values()].sort((a, b) => a.startedAt - b.startedAt);
  }

  async ping(): Promise<void> {
    this.#connect();
  }

  async save(interval: HeartbeatInterval): Promise<void> {
    this.#connect();
    await this.gate;
    this.saves.push(interval);
    this.#rows.set(`${interval.instanceId} ${interval.seq}`, interval);
  }

  async ofInstance(instanceId: string): Promise<HeartbeatInterval[]> {
    this.#connect();
    return this.intervals.filter(each => each.instanceId === instanceId);
  }

  async during({ to }: Interval): Promise<HeartbeatInterval[]> {
    return this.intervals.filter(({ startedAt }) => startedAt < to);
  }

  async countDuring(window: Interval): Promise<number> {
    return (await this.during(window)).length;
  }

  async firstBeatAt(): Promise<number | undefined> {
    return this.intervals.at(0)?.startedAt;
  }

  async newestBeatAt(): Promise<number | undefined> {
    this.#connect();
    const beats = this.intervals.map(({ lastBeatAt }) => lastBeatAt);
    return beats.length === 0 ? undefined : Math.max(...beats);
  }

  #connect(): void {
    if (!this.reachable) {
      throw new Error('connection refused');
    }
  }
}
