import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Sample, SampleStore } from '../samples';
import { Day, lastDayOfWeek, lastWeekEndingBy, weekOf } from '../time';
import { evaluateWeek } from './evaluateWeek';
import { StoredDeadline } from './Deadline';
import { DeadlineStore } from './DeadlineStore';
import { DeadlineWeek, StoredWeek } from './DeadlineWeek';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { coverageOf, weeklySamples } from './weeklySamples';

/** Enough for a forecast in the first week, even if some weeks are missing. */
const DAYS_BEFORE_START = 26 * 7;

/**
 * Evaluates closed weeks, each exactly once: on any replica, after
 * interruptions, and for past weeks when a deadline is set or history is
 * imported. Stores a correction if it turns out later that days of a week were,
 * or were not, observed.
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
   * Evaluates new closed weeks, and corrects earlier ones.
   *
   * @returns the number of evaluated or corrected weeks
   */
  async evaluate(signal?: AbortSignal): Promise<number> {
    const { deadlines, samples, weeks } = this.options;
    const deadline = await deadlines.current();
    const closed = await samples.latestDay('active-users');
    if (!deadline || closed === undefined) {
      return 0;
    }
    const known = await weeks.ofDeadline(deadline.id);
    const headlines = await this.#headlines(deadline, closed);
    const wrong = firstWrong(known, headlines);
    const right = known.slice(0, wrong);
    const before = right.at(-1);
    const due = weeksDue(deadline, { known: right, closed });
    const stored = new Map(known.map(each => [each.week, each]));
    return this.#evaluateAll(deadline, {
      due,
      stored,
      before,
      headlines,
      signal,
    });
  }

  async #evaluateAll(
    deadline: StoredDeadline,
    options: {
      due: Day[];
      /** Stored evaluations. */
      stored: ReadonlyMap<Day, StoredWeek>;
      before: DeadlineWeek | undefined;
      headlines: Sample[];
      signal: AbortSignal | undefined;
    },
  ): Promise<number> {
    const { due, stored, headlines, signal } = options;
    let { before } = options;
    let evaluated = 0;
    for (const week of due) {
      signal?.throwIfAborted();
      const samples = weeklySamples(headlines.filter(({ day }) => day <= week));
      const found = evaluateWeek({ deadline, week, samples, before });
      evaluated += await this.#store(deadline.id, found, stored.get(week));
      before = found;
    }
    return evaluated;
  }

  /**
   * @returns 1 if anything was stored, otherwise 0
   */
  async #store(
    deadlineId: number,
    found: DeadlineWeek,
    stored: StoredWeek | undefined,
  ): Promise<number> {
    if (stored && isSame(stored, found)) {
      return 0;
    }
    await this.options.weeks.add({
      ...found,
      deadlineId,
      revision: stored ? stored.revision + 1 : 0,
      evaluatedAt: this.options.clock.now(),
    });
    return 1;
  }

  #headlines({ start }: StoredDeadline, closed: Day): Promise<Sample[]> {
    const days = { from: start - DAYS_BEFORE_START, to: closed + 1 };
    return this.options.samples.headlines('active-users', days);
  }
}

/**
 * The first week whose observation turned out to be different. Other changes,
 * such as late events, are not corrected, because evaluations record what was
 * known at the time.
 */
function firstWrong(known: StoredWeek[], headlines: Sample[]): number {
  const byDay = new Map(headlines.map(sample => [sample.day, sample]));
  const index = known.findIndex(({ week, measured, isPartial }) => {
    const sample = byDay.get(week);
    const stored = isPartial ? 'partial' : 'whole';
    return sample?.denominator
      ? coverageOf(sample) !== (measured && stored)
      : false;
  });
  return index < 0 ? known.length : index;
}

function isSame(stored: StoredWeek, found: DeadlineWeek): boolean {
  const { deadlineId, revision, evaluatedAt, ...week } = stored;
  return canonical(week) === canonical(found);
}

// The stored form, without undefined values and in a fixed order.
function canonical(week: DeadlineWeek): string {
  const { state, risk, measured, isPartial, forecast, samplesMissing } = week;
  const { alarmed, bad, good } = risk;
  return JSON.stringify([
    state,
    [alarmed, bad, good],
    measured?.active,
    measured?.developers,
    isPartial,
    forecast?.seed,
    forecast?.probability,
    samplesMissing,
  ]);
}

/**
 * Last days of the weeks to evaluate, from the start up to the week that
 * contains the date.
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
