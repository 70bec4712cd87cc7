import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SampleStore } from '../samples';
import { Day, lastDayOfWeek, lastWeekEndingBy, weekOf } from '../time';
import { evaluateWeek } from './evaluateWeek';
import { WeeklySample } from './forecast/forecastShare';
import { StoredDeadline } from './Deadline';
import { DeadlineStore } from './DeadlineStore';
import { StoredWeek } from './DeadlineWeek';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { weeklySamples } from './weeklySamples';

/** Enough for a forecast in the first week of a deadline, with some missing. */
const DAYS_BEFORE_START = 26 * 7;

/**
 * Evaluates the weeks that are closed and have not been, each exactly once: on
 * any replica, after any interruption, and also weeks that lie in the past when
 * a deadline is set or a history is imported.
 */
export class DeadlineEvaluator {
  constructor(
    private readonly options: {
      clock: Clock;
      deadlines: DeadlineStore;
      weeks: DeadlineWeekStore;
      samples: SampleStore;
    },
  ) {}

  /**
   * Evaluates every closed week that has not been evaluated yet.
   *
   * @returns how many weeks were evaluated
   */
  async evaluate(signal?: AbortSignal): Promise<number> {
    const { deadlines, samples, weeks } = this.options;
    const deadline = await deadlines.current();
    const closed = await samples.latestDay('active-users');
    if (!deadline || closed === undefined) {
      return 0;
    }
    const known = await weeks.ofDeadline(deadline.id);
    const due = weeksDue(deadline, { known, closed });
    if (due.length === 0) {
      return 0;
    }
    await this.#evaluateAll(deadline, { due, before: known.at(-1), signal });
    return due.length;
  }

  async #evaluateAll(
    deadline: StoredDeadline,
    options: {
      due: Day[];
      before: StoredWeek | undefined;
      signal: AbortSignal | undefined;
    },
  ): Promise<void> {
    const { clock, weeks } = this.options;
    const samples = await this.#samplesOf(deadline, options.due);
    let { before } = options;
    for (const week of options.due) {
      options.signal?.throwIfAborted();
      before = {
        ...evaluateWeek({ deadline, week, samples, before }),
        deadlineId: deadline.id,
        evaluatedAt: clock.now(),
      };
      await weeks.add(before);
    }
  }

  async #samplesOf(
    { start }: StoredDeadline,
    due: Day[],
  ): Promise<WeeklySample[]> {
    const days = { from: start - DAYS_BEFORE_START, to: due.at(-1)! + 1 };
    return weeklySamples(
      await this.options.samples.headlines('active-users', days),
    );
  }
}

/**
 * Last days of the weeks to evaluate: those that end between start and date, up to
 * the one in which, or at whose end, its date lies.
 */
function weeksDue(
  { start, date }: Pick<StoredDeadline, 'start' | 'date'>,
  { known, closed }: { known: Array<{ week: Day }>; closed: Day },
): Day[] {
  const last = known.at(-1)?.week;
  const first = last === undefined ? weekOf(start) : weekOf(last) + 1;
  const end = Math.min(weekOf(lastWeekEndingBy(closed)), weekOf(date));
  const due: Day[] = [];
  for (let week = first; week <= end; week++) {
    due.push(lastDayOfWeek(week));
  }
  return due;
}
