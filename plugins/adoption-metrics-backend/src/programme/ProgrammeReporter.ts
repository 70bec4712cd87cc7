import {
  DeadlineState,
  ProgrammeReport,
  ProgrammeWeek as WeekAnswer,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SampleStore } from '../samples';
import {
  Day,
  formatDay,
  formatInstant,
  lastDayOfWeek,
  ReportingZone,
} from '../time';
import { AnnotationStore, DecidedAnnotation } from './annotations';
import { formatDecision, formatProgramme, formatWeek } from './answers';
import { overallVerdict } from './overall';
import { StoredProgramme } from './Programme';
import { WeeklySample } from './forecast/forecastShare';
import { plansFrom } from './plans';
import { ProgrammeStore } from './ProgrammeStore';
import { ProgrammeWeekStore, StoredWeek } from './ProgrammeWeek';
import { sentenceOf, sentenceOnceDecided } from './sentences';
import { REFERENCE, standingOf, suggestionOf } from './standing';
import { weeklySamples } from './weeklySamples';

const DEFAULT_GOAL = 0.3;

/** What is shown of the time before a programme, and without one. */
const HISTORY_DAYS = 26 * 7;

const NOT_OVER =
  'The first week of the programme is not over yet; it is evaluated then.';
const NOT_EVALUATED =
  'The deadline has passed. No week of the programme was evaluated yet.';
const NO_PROGRAMME = 'There is no deadline: nothing counts down.';

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

/** Composes what the REST API says of the programme. */
export class ProgrammeReporter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      programmes: ProgrammeStore;
      weeks: ProgrammeWeekStore;
      samples: SampleStore;
      annotations: Pick<AnnotationStore, 'lastDecision'>;
      /** Through which a change of state is told today. */
      channels(): Promise<string[]>;
      /** From which day on published plans count. */
      launchDay(): Promise<Day | undefined>;
      /** The four figures as they stand. */
      scorecard(): Promise<Pick<Scorecard, 'figures'>>;
    },
  ) {}

  /** How the programme stands; undefined while none is set. */
  async standing(): Promise<DeadlineStanding | undefined> {
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

  async report(): Promise<ProgrammeReport> {
    const { clock, zone, samples } = this.options;
    const [standing, closed, { figures }] = await Promise.all([
      this.standing(),
      samples.latestDay('active-users'),
      this.options.scorecard(),
    ]);
    const weekly = await this.#weekly(standing?.programme, closed);
    const launch = await this.options.launchDay();
    const goal = standing?.programme.goal ?? DEFAULT_GOAL;
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      ...formatStanding(standing),
      channels: await this.options.channels(),
      standing: standingOf(weekly, goal),
      reference: REFERENCE,
      plans: launch === undefined ? [] : plansFrom(launch, latestOf(weekly)),
      suggestion: standing ? null : suggestionOf(weekly, closed),
      history: weekly.map(({ week, active, developers }) => ({
        day: formatDay(lastDayOfWeek(week)),
        share: active / developers,
      })),
      figures: figures
        .filter(({ metric }) => metric !== 'active-users')
        .map(({ metric, name, status, statement }) => ({
          ...{ metric, name, status, statement },
        })),
      verdict: overallVerdict(figures),
    };
  }

  /** The last week that ended by a day, as it was stored. */
  async weekBy(day: Day): Promise<WeekAnswer | undefined> {
    const { weeks, programmes } = this.options;
    const stored = await weeks.latestBy(day);
    const programme = stored && (await programmes.byId(stored.programmeId));
    return programme && formatWeek(stored, programme);
  }

  async #weekly(programme: StoredProgramme | undefined, closed?: Day) {
    if (closed === undefined) {
      return [];
    }
    const earliest = closed - HISTORY_DAYS;
    const from = Math.min(earliest, programme?.start ?? earliest);
    const days = { from, to: closed + 1 };
    return weeklySamples(
      await this.options.samples.headlines('active-users', days),
    );
  }
}

function latestOf(weekly: WeeklySample[]) {
  const sample = weekly.at(-1);
  return sample && { sample, day: lastDayOfWeek(sample.week) };
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

function formatStanding(standing: DeadlineStanding | undefined) {
  if (!standing) {
    const nothing = { programme: null, state: null, daysLeft: null };
    const nobody = { latest: null, decision: null };
    return { ...nothing, ...nobody, sentence: NO_PROGRAMME };
  }
  const { programme, state, sentence, daysLeft, latest, decision } = standing;
  return {
    programme: formatProgramme(programme),
    ...{ state, sentence, daysLeft },
    latest: latest ? formatWeek(latest, programme) : null,
    decision: decision ? formatDecision(decision) : null,
  };
}
