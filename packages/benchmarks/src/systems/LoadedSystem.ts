import { Course } from '../course';
import { BatchOptions, createBatches } from '../load/batches';
import { Delivery, Pace, Request, Sender } from '../load/Sender';
import { RunningSystem } from './RunningSystem';
import { System } from './System';

/** Different seeds, so that no batch is sent twice. */
const SEEDS = { warmUp: 1, full: 2, paced: 3 };

const READS_PER_SECOND = 25;

/** A running system and what sends to it. */
export class LoadedSystem {
  readonly #options: { people: number; now: number };

  private constructor(
    readonly running: RunningSystem,
    private readonly sender: Sender,
    private readonly course: Course,
  ) {
    this.#options = { people: course.scale.people, now: Date.now() };
  }

  static async start(system: System, course: Course): Promise<LoadedSystem> {
    const { database, scale } = course;
    const { people } = scale;
    const running = await RunningSystem.start({ system, database, people });
    return new LoadedSystem(running, running.openSender(), course);
  }

  /** What decides which batches `saturate` sends. */
  get fullLoad(): BatchOptions {
    return { ...this.#options, seed: SEEDS.full };
  }

  /** Lets code be compiled and caches fill. */
  warmUp(): Promise<Delivery> {
    const { warmUp, warmUpBatches } = this.course.scale;
    const requests = this.#createRequests(SEEDS.warmUp, warmUp * warmUpBatches);
    return this.sender.sendSaturating(requests, warmUp);
  }

  /** Sends as much as is taken, after the warm-up showed about how much that is. */
  saturate(warmUp: Delivery): Promise<Delivery> {
    const { run } = this.course.scale;
    const enough = (warmUp.acknowledged / warmUp.seconds) * run * 2;
    const requests = this.#createRequests(SEEDS.full, enough);
    return this.sender.sendSaturating(requests, run);
  }

  /** Prepares to send at a steady pace, in as many turns of it as are needed. */
  preparePace(pace: Pace, turns = 1): () => Promise<Delivery> {
    const count = pace.perSecond * pace.seconds * turns;
    const requests = this.#createRequests(SEEDS.paced, count);
    return () => this.sender.sendPaced(requests, pace);
  }

  /** Reads one answer again and again at a pace at which nothing waits. */
  readIdly(seconds: number): Promise<Delivery> {
    return this.sender.sendPaced(this.running.reads(), {
      perSecond: READS_PER_SECOND,
      seconds,
    });
  }

  async stop(): Promise<void> {
    await this.sender.close();
    await this.running.stop();
  }

  /** Makes the requests before the clock runs. */
  #createRequests(seed: number, count: number): Iterator<Request> {
    const batches = createBatches({ ...this.#options, seed });
    return Array.from({ length: Math.ceil(count) }, () =>
      this.running.requestOf(batches.next().value),
    ).values();
  }
}
