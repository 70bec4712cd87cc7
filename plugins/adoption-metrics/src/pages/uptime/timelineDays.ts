import type { UptimeReport } from 'backstage-plugin-adoption-metrics-common';
import { addDays, dayOf, startOfDay, type Language } from '../../ui/format';

/**
 * `unobserved` is the time before the installation, or not on record; `down`
 * is that of incidents, without mere restarts.
 */
export const dayStates = [
  'up',
  'maintenance',
  'unknown',
  'restart',
  'down',
  'unobserved',
] as const;

export type DayState = (typeof dayStates)[number];

/** A calendar day of the reporting zone, today only so far. */
export interface TimelineDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** How long the portal was in each state. */
  seconds: Record<DayState, number>;
  /** How many restarts began on it. */
  restarts: number;
}

/** Cuts the states of the range into the days of the time zone, oldest first. */
export function timelineDays(
  report: Pick<UptimeReport, 'range' | 'timeline'>,
  timeZone: string,
): TimelineDay[] {
  const { range, timeline } = report;
  const end = Date.parse(range.to);
  const last = dayOf(new Date(end - 1).toISOString(), timeZone);
  const days: TimelineDay[] = [];
  let from = Date.parse(range.from);
  for (let day = dayOf(range.from, timeZone); day <= last; ) {
    const next = addDays(day, 1);
    const to = Math.min(end, startOfDay(next, timeZone));
    days.push({
      day,
      seconds: secondsOf(timeline, { from, to }),
      restarts: restartsIn(timeline, { from, to }),
    });
    [day, from] = [next, to];
  }
  return days;
}

function secondsOf(
  timeline: UptimeReport['timeline'],
  range: { from: number; to: number },
): TimelineDay['seconds'] {
  const seconds = {
    up: 0,
    maintenance: 0,
    unknown: 0,
    restart: 0,
    down: 0,
    unobserved: 0,
  };
  let observed = 0;
  for (const { from, to, state, kind } of timeline) {
    const begin = Math.max(Date.parse(from), range.from);
    const shared = Math.max(0, Math.min(Date.parse(to), range.to) - begin);
    seconds[kind === 'restart' ? 'restart' : state] += shared / 1000;
    observed += shared;
  }
  seconds.unobserved = (range.to - range.from - observed) / 1000;
  return seconds;
}

function restartsIn(
  timeline: UptimeReport['timeline'],
  range: { from: number; to: number },
): number {
  return timeline.filter(({ from, kind }) => {
    const begin = Date.parse(from);
    return kind === 'restart' && range.from <= begin && begin < range.to;
  }).length;
}

/** Whether there is more to a day than that it was up. */
export function hasEvents({ seconds, restarts }: TimelineDay): boolean {
  const { down, unknown, maintenance } = seconds;
  return down + unknown + maintenance > 0 || restarts > 0;
}

/** Whether anything is known to have been the case on a day. */
export function isObserved({ seconds }: TimelineDay): boolean {
  return dayStates.some(state => state !== 'unobserved' && seconds[state] > 0);
}

const notUp = [
  ['down', 'uptime.timeline.text.down'],
  ['unknown', 'uptime.timeline.text.unknown'],
  ['maintenance', 'uptime.timeline.text.maintenance'],
  ['unobserved', 'uptime.timeline.text.notObserved'],
] as const;

/** "Down 19 min, unknown 7 min 5 s": what was not well, the worst first. */
export function dayText(day: TimelineDay, language: Language): string {
  const { t, format } = language;
  if (!isObserved(day)) {
    return t('uptime.timeline.text.unobserved');
  }
  const { seconds } = day;
  const parts = notUp
    .filter(([state]) => seconds[state] > 0)
    .map(([state, key]) =>
      t(key, { duration: format.exactDuration(seconds[state]) }),
    );
  if (seconds.restart > 0) {
    parts.push(
      t('uptime.timeline.text.restarts', {
        // One that began before midnight ends on this day.
        count: Math.max(1, day.restarts),
        duration: format.exactDuration(seconds.restart),
      }),
    );
  }
  const isUp = seconds.up > 0 && seconds.down + seconds.unknown === 0;
  return capitalized(
    [...(isUp ? [t('uptime.timeline.text.up')] : []), ...parts].join(', '),
  );
}

/** What the days say together. */
export function daysSentence(days: TimelineDay[], language: Language): string {
  const { t, format } = language;
  const observed = days.filter(isObserved);
  const sum = (state: DayState) =>
    observed.reduce((total, { seconds }) => total + seconds[state], 0);
  const downDays = observed.filter(({ seconds }) => seconds.down > 0).length;
  const basis =
    observed.length < days.length
      ? t('uptime.timeline.basisObserved', {
          count: observed.length,
          total: format.count(days.length),
        })
      : t('uptime.timeline.basis', { count: days.length });
  const down =
    downDays === 0
      ? t('uptime.timeline.neverDown', { basis })
      : t('uptime.timeline.sometimesDown', {
          days: format.count(downDays),
          basis,
          duration: format.exactDuration(sum('down')),
        });
  const unknown = sum('unknown');
  const restarts = observed.reduce((all, day) => all + day.restarts, 0);
  const sentences = [
    t('uptime.timeline.whole', { down }),
    restarts > 0 &&
      t('uptime.timeline.restarted', {
        count: restarts,
        duration: format.exactDuration(sum('restart')),
      }),
    unknown > 0 &&
      t('uptime.timeline.unknownFor', {
        duration: format.exactDuration(unknown),
      }),
  ];
  return sentences.filter(Boolean).join(' ');
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
