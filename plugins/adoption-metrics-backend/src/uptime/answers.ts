import {
  IncidentNote,
  UptimeIncidents,
  UptimeReport,
  UptimeTimes,
  DeclaredMaintenance,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant, gapsWithin, Interval, SECOND_MS } from '../time';
import { BurnRate } from './burnRate';
import { StoredNote } from './IncidentNoteStore';
import { Incident, kindOf } from './incidents';
import { excludedTimes, isLate, MaintenanceWindow } from './maintenance';
import { floorPercentage } from './percentage';
import { StateIntervals, StateTimes } from './stateTimes';
import { judgeTimes } from './verdict';

/** Milliseconds as exact seconds. */
export function toSeconds(milliseconds: number): number {
  return milliseconds / SECOND_MS;
}

/** An interval with its ends as RFC 3339. */
function formatInterval({ from, to }: Interval) {
  return { from: formatInstant(from), to: formatInstant(to) };
}

export function optionalInstant(instant: number | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant);
}

/** Time spent in each state, in seconds and as shares. */
export function formatTimes(window: Interval, times: StateTimes): UptimeTimes {
  const { up, accountable, unknown } = times;
  const { from, to } = window;
  const known = accountable - unknown;
  const complete = unknown === 0;
  return {
    ...formatInterval(window),
    strict: times.strict ?? null,
    lenient: times.lenient ?? null,
    coverage: times.coverage ?? null,
    strictPercent: floorPercentage(up, accountable) ?? null,
    lenientPercent: floorPercentage(up, known, complete) ?? null,
    upSeconds: toSeconds(up),
    downSeconds: toSeconds(times.down),
    unknownSeconds: toSeconds(unknown),
    maintenanceSeconds: toSeconds(times.maintenance),
    beforeInstallationSeconds: toSeconds(times.beforeInstallation),
    beforeInstallationShare: times.beforeInstallation / (to - from),
    accountableSeconds: toSeconds(accountable),
  };
}

/** The same, compared with a target. */
export function formatJudged(
  window: Interval,
  times: StateTimes,
  judging: { target: number; isNew: boolean },
): UptimeReport['range'] {
  const { budget, ...verdict } = judgeTimes(times, window, judging);
  return {
    ...formatTimes(window, times),
    ...verdict,
    budget: {
      totalSeconds: toSeconds(budget.total),
      usedSeconds: toSeconds(budget.used),
      leftSeconds: toSeconds(budget.left),
    },
  };
}

export function formatBurnRate(rate: BurnRate): UptimeReport['burnRates'][0] {
  const { pair, burning } = rate;
  return {
    severity: pair.severity,
    longSeconds: toSeconds(pair.long),
    shortSeconds: toSeconds(pair.short),
    threshold: pair.threshold,
    long: finite(rate.long),
    short: finite(rate.short),
    burning,
  };
}

function finite(rate: number | undefined): number | null {
  return rate === undefined || !Number.isFinite(rate) ? null : rate;
}

/** The state at every observed moment, oldest first. */
export function formatTimeline(
  states: StateIntervals,
): UptimeReport['timeline'] {
  const { observed, down, unknown, maintenance, restarts } = states;
  const notUp = [
    ...down.map(each => ({
      ...each,
      state: 'down' as const,
      kind: kindOf(each, restarts),
    })),
    ...unknown.map(each => ({ ...each, state: 'unknown' as const })),
    ...maintenance.map(each => ({ ...each, state: 'maintenance' as const })),
  ];
  const up = observed
    .flatMap(whole => gapsWithin(whole, notUp))
    .map(each => ({ ...each, state: 'up' as const }));
  return [...notUp, ...up]
    .sort((a, b) => a.from - b.from)
    .map(each => ({ ...each, ...formatInterval(each) }));
}

export function formatIncident(
  incident: Incident,
  notes: StoredNote[],
  now: number,
): UptimeIncidents['incidents'][0] {
  const { from, to, kind, cause, evidence } = incident;
  return {
    ...formatInterval(incident),
    seconds: toSeconds(to - from),
    ongoing: to === now,
    kind,
    cause,
    components: [...new Set(evidence.map(({ component }) => component))],
    evidence: evidence.map(each => ({ ...each, ...formatInterval(each) })),
    notes: notes
      .filter(({ momentAt }) => from <= momentAt && momentAt < to)
      .map(formatNote),
  };
}

export function formatNote(note: StoredNote): IncidentNote {
  return {
    id: note.id,
    writtenAt: formatInstant(note.writtenAt),
    writtenBy: note.writtenBy ?? null,
    note: note.note,
  };
}

export function formatMaintenance(
  window: MaintenanceWindow,
  options: { excludeLate: boolean },
): DeclaredMaintenance {
  return {
    id: window.id,
    ...formatInterval(window),
    reason: window.reason,
    declaredAt: formatInstant(window.declaredAt),
    declaredBy: window.declaredBy ?? null,
    late: isLate(window),
    cancelledAt: optionalInstant(window.cancelledAt),
    excluded: excludedTimes([window], options).length > 0,
  };
}
