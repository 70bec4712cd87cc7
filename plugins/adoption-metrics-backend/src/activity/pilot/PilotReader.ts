import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { everything } from '../../http';
import { Day, formatDay, ReportingZone } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { UseReporter } from '../UseReporter';

/** How far a portal has come from the people who tried it first. */
export interface Pilot {
  /** First day on which anybody was active; undefined while nobody was. */
  firstVisitOn: Day | undefined;
  /** Whole calendar months since then. */
  months: number | undefined;
  /**
   * Groups in the last closed four weeks, and those of them in which anybody was
   * active; undefined while that is unknown. A group is a published team without
   * published teams below it, or what is published together.
   */
  teams: { active: number; all: number } | undefined;
}

/** Tells whether a portal has left its pilot. */
export class PilotReader {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      activity: Pick<ActivityStore, 'firstDay'>;
      use: Pick<UseReporter, 'teams'>;
    },
  ) {}

  async read(): Promise<Pilot> {
    const { clock, zone, activity } = this.sources;
    const [firstVisitOn, teams] = await Promise.all([
      activity.firstDay(),
      this.#teams(),
    ]);
    const today = zone.dayOf(clock.now());
    return {
      firstVisitOn,
      months:
        firstVisitOn === undefined ? undefined : months(firstVisitOn, today),
      teams,
    };
  }

  async #teams(): Promise<Pilot['teams']> {
    const asked = { granularity: 'four-weeks' } as const;
    const { groups } = await this.sources.use.teams(asked, everything);
    const parents = new Set(groups.map(({ parentId }) => parentId));
    const lowest = groups.filter(({ id }) => !parents.has(id));
    const isKnown = lowest.every(({ active }) => active !== null);
    return lowest.length > 0 && isKnown
      ? {
          active: lowest.filter(({ active }) => active! > 0).length,
          all: lowest.length,
        }
      : undefined;
  }
}

/** Calendar months that are over between two days. */
function months(from: Day, to: Day): number {
  const [fromYear, fromMonth, fromDay] = formatDay(from).split('-').map(Number);
  const [toYear, toMonth, toDay] = formatDay(to).split('-').map(Number);
  const begun = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return Math.max(0, toDay < fromDay ? begun - 1 : begun);
}
