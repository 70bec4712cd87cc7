import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { everything } from '../../http';
import { Day, formatDay, ReportingZone } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { UseReporter } from '../UseReporter';

/** How far a portal has spread beyond its first users. */
export interface Pilot {
  /** The first day with activity; undefined if there was none. */
  firstVisitOn: Day | undefined;
  /** Whole calendar months since then. */
  months: number | undefined;
  /**
   * Groups in the last closed four weeks, and those with active people;
   * undefined if unknown. A group is a published team without published child
   * teams, or several teams that are published together.
   */
  teams: { active: number; all: number } | undefined;
}

/** Determines whether a portal has left its pilot phase. */
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

/** Complete calendar months between two days. */
function months(from: Day, to: Day): number {
  const [fromYear, fromMonth, fromDay] = formatDay(from).split('-').map(Number);
  const [toYear, toMonth, toDay] = formatDay(to).split('-').map(Number);
  const begun = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return Math.max(0, toDay < fromDay ? begun - 1 : begun);
}
