import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SampleStore } from '../samples';
import { Day, lastDayOfWeek, lastWeekEndingBy, weekOf } from '../time';
import { evaluateWeek } from './evaluateWeek';
import { WeeklySample } from './forecast/forecastShare';
import { StoredProgramme } from './Programme';
import { ProgrammeStore } from './ProgrammeStore';
import { ProgrammeWeekStore, StoredWeek } from './ProgrammeWeek';
import { weeklySamples } from './weeklySamples';

/** Enough for a forecast in the first week of a programme, with some missing. */
const DAYS_BEFORE_START = 26 * 7;

/**
 * Evaluates the weeks that are closed and have not been, each exactly once: on
 * any replica, after any interruption, and also weeks that lie in the past when
 * a programme is set or a history is imported.
 */
export class ProgrammeEvaluator {
  constructor(
    private readonly options: {
      clock: Clock;
      programmes: ProgrammeStore;
      weeks: ProgrammeWeekStore;
      samples: SampleStore;
    },
  ) {}

  /** @returns how many weeks were evaluated */
  async evaluate(signal: AbortSignal): Promise<number> {
    const { programmes, samples, weeks } = this.options;
    const programme = await programmes.current();
    const closed = await samples.latestDay('active-users');
    if (!programme || closed === undefined) {
      return 0;
    }
    const known = await weeks.ofProgramme(programme.id);
    const due = weeksDue(programme, { known, closed });
    if (due.length === 0) {
      return 0;
    }
    await this.#evaluateAll(programme, { due, before: known.at(-1), signal });
    return due.length;
  }

  async #evaluateAll(
    programme: StoredProgramme,
    options: {
      due: Day[];
      before: StoredWeek | undefined;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const { clock, weeks } = this.options;
    const samples = await this.#samplesOf(programme, options.due);
    let { before } = options;
    for (const week of options.due) {
      options.signal.throwIfAborted();
      before = {
        ...evaluateWeek({ programme, week, samples, before }),
        programmeId: programme.id,
        evaluatedAt: clock.now(),
      };
      await weeks.add(before);
    }
  }

  async #samplesOf(
    { start }: StoredProgramme,
    due: Day[],
  ): Promise<WeeklySample[]> {
    const days = { from: start - DAYS_BEFORE_START, to: due.at(-1)! + 1 };
    return weeklySamples(
      await this.options.samples.headlines('active-users', days),
    );
  }
}

/**
 * Last days of the weeks to evaluate: those that end in the programme, up to
 * the one in which, or at whose end, its deadline lies.
 */
export function weeksDue(
  { start, deadline }: Pick<StoredProgramme, 'start' | 'deadline'>,
  { known, closed }: { known: Array<{ week: Day }>; closed: Day },
): Day[] {
  const last = known.at(-1)?.week;
  const first = last === undefined ? weekOf(start) : weekOf(last) + 1;
  const end = Math.min(weekOf(lastWeekEndingBy(closed)), weekOf(deadline));
  const due: Day[] = [];
  for (let week = first; week <= end; week++) {
    due.push(lastDayOfWeek(week));
  }
  return due;
}
