import {
  Breakdown,
  say,
  Target,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import {
  HEADLINE,
  Measurement,
  judgeShare,
  undecided,
  Verdict,
} from '../samples';
import { Day, DAY_MS, formatInstant, ReportingZone, SECOND_MS } from '../time';
import { OutsideView, UptimeReporter } from './UptimeReporter';
import { Availability } from './availability';
import { errorBudget } from './errorBudget';
import { Incident } from './incidents';
import { basisOf, observedOf } from './verdict';
import { MetricSource, Reading, ReadingTime } from '../parts';

const WINDOW_DAYS = 30;

/** How many incidents a breakdown shows. */
const MOST_INCIDENTS = 200;

/** Any window of that length. */
const WINDOW = { from: 0, to: WINDOW_DAYS * DAY_MS };

/** Uptime of the portal, weighted by time. */
export class UptimeMetric implements MetricSource {
  readonly id = 'uptime';
  readonly name = 'Uptime, 30 days';
  readonly unit = 'share';
  readonly windowDays = WINDOW_DAYS;
  readonly definition = [
    say('definitions.uptime'),
    say('definitions.uptime.excluded'),
  ];

  constructor(
    private readonly options: {
      target: Target;
      zone: ReportingZone;
      reporter: UptimeReporter;
    },
  ) {}

  get target(): Target {
    return this.options.target;
  }

  async measure(day: Day): Promise<Measurement[]> {
    const { zone, reporter } = this.options;
    const to = zone.startOf(day + 1);
    const month = windowUntil(to);
    const single = { from: zone.startOf(day), to };
    const [ofMonth, ofDay] = await reporter.measureAll([month, single], to);
    return [toMeasurement(HEADLINE, ofMonth), toMeasurement('day', ofDay)];
  }

  async read({ now }: ReadingTime): Promise<Reading> {
    const { zone, reporter } = this.options;
    const sinceMidnight = { from: zone.startOf(zone.dayOf(now)), to: now };
    const [month, today] = await reporter.measureAll(
      [windowUntil(now), sinceMidnight],
      now,
    );
    return {
      ...this.#describe(month, now, this.target),
      today: {
        value: today.strict ?? null,
        count: ofKind('incident', today).length,
      },
      notes: [
        ...notesOnBasis(month),
        ...notesOn(await reporter.seenFromOutside(now)),
      ],
    };
  }

  async readDay(day: Day, target: Target): Promise<Reading> {
    const { zone, reporter } = this.options;
    const to = zone.startOf(day + 1);
    const month = await reporter.measure(windowUntil(to), to);
    return this.#describe(month, to, target);
  }

  #describe(month: Availability, now: number, target: Target): Reading {
    const window = windowUntil(now);
    return {
      value: month.strict,
      numerator: inSeconds(month.up),
      denominator: inSeconds(month.accountable),
      coverage: month.coverage,
      verdict: judge(month, target),
      window: {
        days: WINDOW_DAYS,
        observedDays: observedDaysOf(month),
        from: formatInstant(window.from),
        to: formatInstant(window.to),
      },
      today: null,
      facts: factsOf(month, target),
      notes: notesOnBasis(month),
      asOf: now,
    };
  }

  async breakdowns({ now }: ReadingTime): Promise<Breakdown[]> {
    const { zone, reporter } = this.options;
    const month = await reporter.measure(windowUntil(now), now);
    return [
      {
        id: 'incidents',
        title: titleOf('incidents', ofKind('incident', month).length),
        unit: 'seconds',
        rows: rowsOf(ofKind('incident', month), zone),
      },
      {
        id: 'restarts',
        title: titleOf('restarts', ofKind('restart', month).length),
        unit: 'seconds',
        rows: rowsOf(ofKind('restart', month), zone),
      },
      {
        id: 'states',
        title: 'Time by state, 30 days',
        unit: 'seconds',
        rows: (['up', 'down', 'unknown', 'maintenance'] as const).map(id => ({
          id,
          label: id,
          value: inSeconds(month[id]),
        })),
      },
    ];
  }
}

function titleOf(kind: 'incidents' | 'restarts', count: number): string {
  const title = kind === 'incidents' ? 'Incidents' : 'Restarts';
  return count <= MOST_INCIDENTS
    ? `${title}, 30 days, newest first`
    : `The newest ${MOST_INCIDENTS} of ${count} ${kind}, 30 days`;
}

function ofKind(kind: Incident['kind'], { incidents }: Availability) {
  return incidents.filter(incident => incident.kind === kind);
}

function rowsOf(incidents: Incident[], zone: ReportingZone): Breakdown['rows'] {
  return incidents
    .slice(-MOST_INCIDENTS)
    .reverse()
    .map(({ from, to, cause }) => ({
      id: formatInstant(from),
      label: `${zone.writeInstant(from)}: ${cause.replace('-', ' ')}`,
      value: inSeconds(to - from),
    }));
}

/** The number of whole days that were observed. */
function observedDaysOf(month: Availability): number {
  return Math.floor(observedOf(month) / DAY_MS);
}

function windowUntil(to: number) {
  return { from: to - WINDOW_DAYS * DAY_MS, to };
}

function judge(month: Availability, target: Target): Verdict {
  const basis = basisOf(month, WINDOW);
  return 'reason' in basis
    ? undecided(basis.reason)
    : judgeShare(month.up, month.accountable, target);
}

function factsOf(month: Availability, target: Target): Reading['facts'] {
  const budget = errorBudget({ ...month, target: target.value });
  const incidents = ofKind('incident', month);
  const longest = incidents.reduce(
    (most, { from, to }) => Math.max(most, to - from),
    0,
  );
  return {
    lenient: month.lenient,
    'error-budget': inSeconds(budget.total),
    'error-budget-used': inSeconds(budget.used),
    incidents: incidents.length,
    'longest-incident': inSeconds(longest),
    restarts: month.incidents.length - incidents.length,
  };
}

/** A month that reaches back before the installation says so. */
function notesOnBasis(month: Availability): Wording[][] {
  const basis = basisOf(month, WINDOW);
  return 'judgedOn' in basis && basis.judgedOn === 'observed-part'
    ? [
        [
          say('scorecard.note.observed-part', {
            observed: observedDaysOf(month),
            days: WINDOW_DAYS,
          }),
        ],
      ]
    : [];
}

function notesOn({ seenFromInsideOnly, silent }: OutsideView): Wording[][] {
  return [
    ...(seenFromInsideOnly ? [[say('scorecard.note.heartbeats-only')]] : []),
    ...silent.map(component => [
      say('scorecard.note.checks-stopped', { component }),
    ]),
  ];
}

function toMeasurement(
  dimension: string,
  availability: Availability,
): Measurement {
  return {
    dimension,
    member: '',
    value: availability.strict,
    numerator: inSeconds(availability.up),
    denominator: inSeconds(availability.accountable),
    n: ofKind('incident', availability).length,
    coverage: availability.coverage,
  };
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / SECOND_MS);
}
