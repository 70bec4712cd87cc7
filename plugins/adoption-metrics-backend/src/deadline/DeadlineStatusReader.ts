import {
  DeadlineState,
  inEnglish,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Day, ReportingZone } from '../time';
import { AnnotationStore, DecidedAnnotation } from './annotations';
import { StoredDeadline } from './Deadline';
import { DeadlineStore } from './DeadlineStore';
import { StoredWeek } from './DeadlineWeek';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { sayOnceDecided, sayWeek } from './sentences';

/** The status of the deadline at a moment. */
export interface DeadlineStatus {
  deadline: StoredDeadline;
  state: DeadlineState;
  sentence: string;
  /** The sentences of which that consists. */
  said: Wording[];
  /** Negative once it is over. */
  daysLeft: number;
  /** The last evaluated week. */
  latest?: StoredWeek;
  /** The last decision since the deadline. */
  decision?: DecidedAnnotation;
}

/** Reads the status of the deadline. */
export class DeadlineStatusReader {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      deadlines: Pick<DeadlineStore, 'current' | 'currentAt'>;
      weeks: Pick<DeadlineWeekStore, 'ofDeadline'>;
      annotations: Pick<AnnotationStore, 'lastDecision'>;
    },
  ) {}

  /** The current status; undefined without a deadline. */
  async read(): Promise<DeadlineStatus | undefined> {
    const { deadlines, clock, zone } = this.options;
    const deadline = await deadlines.current();
    const today = zone.dayOf(clock.now());
    return (
      deadline &&
      this.#statusOf(deadline, {
        daysLeft: deadline.date - today,
        isOver: deadline.date < today,
        until: Infinity,
      })
    );
  }

  /**
   * The status at the end of a day, according to what was stored by then.
   * Undefined if there was no deadline.
   */
  async readDay(day: Day): Promise<DeadlineStatus | undefined> {
    const { deadlines, zone } = this.options;
    const deadline = await deadlines.currentAt(zone.startOf(day + 1));
    return (
      deadline &&
      this.#statusOf(deadline, {
        daysLeft: deadline.date - day,
        isOver: deadline.date <= day,
        until: day,
      })
    );
  }

  async #statusOf(
    deadline: StoredDeadline,
    moment: { daysLeft: number; isOver: boolean; until: Day },
  ): Promise<DeadlineStatus> {
    const { weeks, annotations } = this.options;
    const { daysLeft, isOver, until } = moment;
    const [evaluated, decision] = await Promise.all([
      weeks.ofDeadline(deadline.id),
      annotations.lastDecision(deadline.date, until),
    ]);
    const latest = evaluated.filter(({ week }) => week <= until).at(-1);
    const state = stateAt(latest, { isOver, date: deadline.date });
    const said = latest
      ? sayNow({ ...latest, state }, deadline, decision)
      : [say(isOver ? 'deadline.not-evaluated' : 'deadline.not-over')];
    const sentence = inEnglish(said);
    return { deadline, state, sentence, said, daysLeft, latest, decision };
  }
}

function stateAt(
  latest: StoredWeek | undefined,
  { isOver, date }: { isOver: boolean; date: Day },
): DeadlineState {
  // While a long history is still being evaluated, the result is unknown.
  if (!latest) {
    return 'insufficient-data';
  }
  if (!isOver || latest.state === 'achieved' || latest.week >= date) {
    return latest.state;
  }
  // The deadline ends at midnight, even if its last week is evaluated later.
  return latest.measured ? 'missed' : 'insufficient-data';
}

function sayNow(
  week: StoredWeek,
  deadline: StoredDeadline,
  decision: DecidedAnnotation | undefined,
): Wording[] {
  return week.state === 'missed' && decision
    ? sayOnceDecided(week, deadline, decision)
    : sayWeek(week, deadline);
}
