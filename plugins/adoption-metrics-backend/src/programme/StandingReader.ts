import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ReportingZone } from '../time';
import { AnnotationStore, DecidedAnnotation } from './annotations';
import { StoredProgramme } from './Programme';
import { ProgrammeStore } from './ProgrammeStore';
import { ProgrammeWeekStore, StoredWeek } from './ProgrammeWeek';
import { sentenceOf, sentenceOnceDecided } from './sentences';

const NOT_OVER =
  'The first week of the programme is not over yet; it is evaluated then.';
const NOT_EVALUATED =
  'The deadline has passed. No week of the programme was evaluated yet.';

/** How the programme stands at a moment. */
export interface DeadlineStanding {
  programme: StoredProgramme;
  state: DeadlineState;
  sentence: string;
  /** Negative once it is over. */
  daysLeft: number;
  /** The last evaluated week. */
  latest?: StoredWeek;
  /** The last one since the deadline, once it was written down. */
  decision?: DecidedAnnotation;
}

/** Tells how the programme stands now. */
export class StandingReader {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      programmes: Pick<ProgrammeStore, 'current'>;
      weeks: Pick<ProgrammeWeekStore, 'ofProgramme'>;
      annotations: Pick<AnnotationStore, 'lastDecision'>;
    },
  ) {}

  /** Undefined while no programme is set. */
  async read(): Promise<DeadlineStanding | undefined> {
    const { programmes, weeks, annotations, clock, zone } = this.options;
    const programme = await programmes.current();
    if (!programme) {
      return undefined;
    }
    const [evaluated, decision] = await Promise.all([
      weeks.ofProgramme(programme.id),
      annotations.lastDecision(programme.deadline),
    ]);
    const latest = evaluated.at(-1);
    const daysLeft = programme.deadline - zone.dayOf(clock.now());
    const state = stateAt(latest, daysLeft);
    const sentence = latest
      ? sentenceNow({ ...latest, state }, programme, decision)
      : notEvaluated(daysLeft);
    return { programme, state, sentence, daysLeft, latest, decision };
  }
}

function stateAt(
  latest: StoredWeek | undefined,
  daysLeft: number,
): DeadlineState {
  // While a long past is being closed, a goal that was reached would be missed.
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
  programme: StoredProgramme,
  decision: DecidedAnnotation | undefined,
): string {
  return week.state === 'missed' && decision
    ? sentenceOnceDecided(week, programme, decision)
    : sentenceOf(week, programme);
}
