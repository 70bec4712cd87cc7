import { Reporters, Step, stepsOf } from '../testUtils';
import { Cluster } from './Cluster';
import { PEOPLE } from './company';
import { Readers } from './Readers';

const REPORTING_AT_ONCE = 8;
const PAUSE_MS = 150;
const READING_AT_ONCE = 2;
const READ_PAUSE_MS = 250;

/** Of events that are sent on a clock that runs fast, in ms. */
const MOST_AGE_MS = 40 * 3_600_000;

/** People whose browsers report, and who look at the pages. */
export class Load {
  private constructor(
    readonly reporters: Reporters,
    readonly readers: Readers,
  ) {}

  static on(cluster: Cluster): Load {
    const tokens = cluster.signIn();
    const { begun, plan } = cluster;
    const steps = stepsOf({
      seed: 1,
      now: begun,
      people: PEOPLE,
      count: 2_000,
    });
    // Where days pass in minutes, people report of the present.
    const lateBy = plan.time && (() => cluster.now() - begun);
    return new Load(
      new Reporters({
        url: `${cluster.url}/events`,
        tokens,
        steps: plan.time ? recent(steps, begun) : steps,
        concurrency: REPORTING_AT_ONCE,
        pauseMs: PAUSE_MS,
        lateBy,
      }),
      new Readers({
        url: cluster.url,
        tokens,
        count: READING_AT_ONCE,
        pauseMs: READ_PAUSE_MS,
      }),
    );
  }

  start(): void {
    this.reporters.start();
    this.readers.start();
  }

  /** Takes how long each request took since it was asked last, in ms; failures apart. */
  takeLatencies(): number[] {
    return [
      ...this.reporters.latencies.splice(0),
      ...this.readers.answers.latencies.splice(0),
    ];
  }

  async stop(): Promise<void> {
    await Promise.all([this.reporters.stop(), this.readers.stop()]);
  }
}

/** Without events that would be too old when they are sent again a day later. */
function recent(steps: Step[], now: number): Step[] {
  return steps
    .map(step => ({
      ...step,
      events: step.events.filter(
        ({ at }) => Date.parse(at) > now - MOST_AGE_MS,
      ),
    }))
    .filter(({ events }) => events.length > 0);
}
