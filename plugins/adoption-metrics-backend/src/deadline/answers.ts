import {
  Deadline as DeadlineAnswer,
  DeadlineLog,
  DeadlineWeek as WeekAnswer,
  ShareForecast,
} from 'backstage-plugin-adoption-metrics-common';
import {
  Day,
  DAYS_A_WEEK,
  formatDay,
  formatInstant,
  lastDayOfWeek,
} from '../time';
import { DecidedAnnotation } from './annotations';
import { FanPoint } from './forecast/fan';
import { Deadline } from './Deadline';
import { DeadlineChange } from './deadlineLog';
import { StoredForecast, StoredWeek } from './DeadlineWeek';
import { Correction } from './DeadlineWeekStore';
import { sentenceOf, stillNeeded } from './sentences';

export function formatDeadline(deadline: Deadline): DeadlineAnswer {
  const { source, start, date, goal, hold } = deadline;
  const { holidays = [], recipients = [] } = deadline;
  return {
    source,
    goal,
    hold,
    start: formatDay(start),
    date: formatDay(date),
    holidays: holidays.map(({ from, to }) => ({
      from: formatDay(from),
      to: formatDay(to),
    })),
    recipients,
  };
}

export function formatWeek(stored: StoredWeek, deadline: Deadline): WeekAnswer {
  const { week, state, measured, forecast, isPartial, evaluatedAt, revision } =
    stored;
  return {
    week: formatDay(week),
    state,
    sentence: sentenceOf(stored, deadline),
    share: measured ? measured.active / measured.developers : null,
    active: measured?.active ?? null,
    developers: measured?.developers ?? null,
    stillNeeded: measured ? stillNeeded(measured, deadline.goal) : null,
    forecast: forecast ? formatForecast(forecast) : null,
    isPartial: isPartial ?? false,
    evaluatedAt: formatInstant(evaluatedAt),
    isCorrection: revision > 0,
  };
}

export function formatDecision({ day, text, decision }: DecidedAnnotation) {
  return { day: formatDay(day), text, decision };
}

function formatForecast(forecast: StoredForecast): ShareForecast {
  const { model, seed, probability, achievedPerWeek, requiredPerWeek } =
    forecast;
  return {
    model,
    seed,
    probability,
    achievedPerWeek,
    requiredPerWeek,
    end: formatPoint(forecast.end),
    fan: forecast.fan.map(formatPoint),
    goalReachedOn:
      forecast.goalReachedIn === undefined
        ? null
        : formatDay(dayIn(forecast.goalReachedIn)),
  };
}

function formatPoint({ week, ...shares }: FanPoint) {
  return { day: formatDay(dayIn(week)), ...shares };
}

/** The day on which a fractional week ends. */
function dayIn(week: number): Day {
  const whole = Math.floor(week);
  return lastDayOfWeek(whole) + Math.round((week - whole) * DAYS_A_WEEK);
}

type LogEntry = DeadlineLog['entries'][number];

export function formatLog(
  changes: DeadlineChange[],
  corrections: Correction[],
): DeadlineLog {
  const entries = [
    ...changes.map(formatChange),
    ...corrections.map(formatCorrection),
  ];
  return {
    entries: entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  };
}

function formatChange(change: DeadlineChange): LogEntry {
  const { at, by, act, before, after } = change;
  return {
    at: formatInstant(at),
    by: by ?? null,
    act,
    before: before ? formatDeadline(before) : null,
    after: after ? formatDeadline(after) : null,
    correction: null,
  };
}

function formatCorrection(corrected: Correction): LogEntry {
  const { week, state, stateBefore, evaluatedAt } = corrected;
  return {
    at: formatInstant(evaluatedAt),
    by: 'correction',
    act: 'corrected',
    before: null,
    after: null,
    correction: { week: formatDay(week), before: stateBefore, after: state },
  };
}
