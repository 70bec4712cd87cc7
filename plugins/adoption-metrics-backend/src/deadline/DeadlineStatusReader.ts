import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ReportingZone } from '../time';
import { AnnotationStore, DecidedAnnotation } from './annotations';
import { StoredDeadline } from './Deadline';
import { DeadlineStore } from './DeadlineStore';
import { StoredWeek } from './DeadlineWeek';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { sentenceOf, sentenceOnceDecided } from './sentences';

const NOT_OVER = 'The first week is evaluated once it is over.';
const NOT_EVALUATED =
  'The deadline passed; its weeks have not been evaluated yet.';

/** The status of the deadline at a moment. */
export interface DeadlineStatus {
  deadline: StoredDeadline;
  state: DeadlineState;
  sentence: string;
  /** Negative once it is over. */
  daysLeft: number;
  /** The last evaluated week. */
  latest?: StoredWeek;
  /** The last one since the deadline, once it is recorded. */
  decision?: DecidedAnnotation;
}

/** Reads the status of the deadline. */
export class DeadlineStatusReader {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      deadlines: Pick<DeadlineStore, 'current'>;
      weeks: Pick<DeadlineWeekStore, 'ofDeadline'>;
      annotations: Pick<AnnotationStore, 'lastDecision'>;
    },
  ) {}

  /** Undefined while no deadline is set. */
  async read(): Promise<DeadlineStatus | undefined> {
    const { deadlines, weeks, annotations, clock, zone } = this.options;
    const deadline = await deadlines.current();
    if (!deadline) {
      return undefined;
    }
    const [evaluated, decision] = await Promise.all([
      weeks.ofDeadline(deadline.id),
      annotations.lastDecision(deadline.date),
    ]);
    const latest = evaluated.at(-1);
    const daysLeft = deadline.date - zone.dayOf(clock.now());
    const state = stateAt(latest, daysLeft);
    const sentence = latest
      ? sentenceNow({ ...latest, state }, deadline, decision)
      : notEvaluated(daysLeft);
    return { deadline, state, sentence, daysLeft, latest, decision };
  }
}

function stateAt(
  latest: StoredWeek | undefined,
  daysLeft: number,
): DeadlineState {
  // Before a long past is evaluated, a goal that was reached would seem missed.
  if (!latest) {
    return 'insufficient-data';
  }
  // The deadline passes at midnight, not with the evaluation of its week.
  return daysLeft < 0 && latest.state !== 'achieved' ? 'missed' : latest.state;
}

function notEvaluated(daysLeft: number): string {
  return daysLeft < 0 ? NOT_EVALUATED : NOT_OVER;
}

function sentenceNow(
  week: StoredWeek,
  deadline: StoredDeadline,
  decision: DecidedAnnotation | undefined,
): string {
  return week.state === 'missed' && decision
    ? sentenceOnceDecided(week, deadline, decision)
    : sentenceOf(week, deadline);
}
