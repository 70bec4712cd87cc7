import {
  ProgrammeReport,
  ProgrammeWeek as WeekAnswer,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SampleStore } from '../samples';
import {
  Day,
  DAYS_A_WEEK,
  formatDay,
  formatInstant,
  lastDayOfWeek,
  ReportingZone,
} from '../time';
import { formatDecision, formatProgramme, formatWeek } from './answers';
import { overallVerdict } from './overall';
import { StoredProgramme } from './Programme';
import { WeeklySample } from './forecast/forecastShare';
import { plansFrom } from './plans';
import { ProgrammeStore } from './ProgrammeStore';
import { ProgrammeWeekStore } from './ProgrammeWeek';
import { DeadlineStanding, StandingReader } from './StandingReader';
import { REFERENCE, standingOf, suggestionOf } from './standing';
import { straightLineOf } from './straightLine';
import { weeklySamples } from './weeklySamples';

const DEFAULT_GOAL = 0.3;

/** What is shown of the time before a programme, and without one. */
const HISTORY_DAYS = 26 * 7;

const NO_PROGRAMME = 'There is no deadline: nothing counts down.';

/** Composes what the REST API says of the programme. */
export class ProgrammeReporter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      programmes: Pick<ProgrammeStore, 'byId'>;
      weeks: Pick<ProgrammeWeekStore, 'latestBy'>;
      samples: SampleStore;
      standing: Pick<StandingReader, 'read'>;
      /** Through which a change of state is told today. */
      channels(): Promise<string[]>;
      /** From which day on published plans count. */
      launchDay(): Promise<Day | undefined>;
      /** The four figures as they stand. */
      scorecard(): Promise<Pick<Scorecard, 'figures'>>;
    },
  ) {}

  async report(): Promise<ProgrammeReport> {
    const { clock, zone, samples } = this.options;
    const [standing, closed, { figures }] = await Promise.all([
      this.options.standing.read(),
      samples.latestDay('active-users'),
      this.options.scorecard(),
    ]);
    const weekly = await this.#weekly(standing?.programme, closed);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      ...formatStanding(standing),
      channels: await this.options.channels(),
      standing: standingOf(weekly, standing?.programme.goal ?? DEFAULT_GOAL),
      reference: REFERENCE,
      plans: await this.#plans(weekly.at(-1)),
      straightLine:
        (standing && straightLineOf(standing.programme, weekly)) ?? null,
      suggestion: standing ? null : suggestionOf(weekly, closed),
      history: weekly.map(formatSample),
      figures: othersOf(figures),
      verdict: overallVerdict(figures),
    };
  }

  async #plans(sample: WeeklySample | undefined) {
    const launch = await this.options.launchDay();
    const latest = sample && { sample, day: lastDayOfWeek(sample.week) };
    return launch === undefined ? [] : plansFrom(launch, latest);
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
    // The straight line begins with the week that was closed before the start.
    const before = programme ? programme.start - DAYS_A_WEEK : earliest;
    const from = Math.min(earliest, before);
    const days = { from, to: closed + 1 };
    return weeklySamples(
      await this.options.samples.headlines('active-users', days),
    );
  }
}

function formatSample({ week, active, developers }: WeeklySample) {
  return { day: formatDay(lastDayOfWeek(week)), share: active / developers };
}

/** The figures that the deadline is not about, as they stand. */
function othersOf(figures: Scorecard['figures']): ProgrammeReport['figures'] {
  return figures
    .filter(({ metric }) => metric !== 'active-users')
    .map(({ metric, name, status, statement }) => ({
      ...{ metric, name, status, statement },
    }));
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
