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
import { Day, DAY_MS, ReportingZone } from '../time';
import { MetricSource, Reading, ReadingTime } from '../parts';
import { CatalogScanStore } from './CatalogScanStore';
import { countFixesNeeded } from './countFixesNeeded';
import { StalenessReading } from './StalenessReading';

/**
 * The dimension of samples by owner. Owners without stale entities have no
 * sample.
 */
export const OWNER_DIMENSION = 'owner';

/** The maximum length of a member; owners with longer refs have no history. */
const LONGEST_OWNER_MEMBER = 128;

const PERIOD_DAYS = 28;
const OLDEST_EVIDENCE_MS = DAY_MS;

/** Stale entities as a share of the software catalog. */
export class StaleEntitiesMetric implements MetricSource {
  readonly id = 'stale-entities';
  readonly name = 'Stale catalog entities';
  readonly unit = 'share';
  readonly windowDays = PERIOD_DAYS;

  constructor(
    private readonly options: {
      target: Target;
      zone: ReportingZone;
      scans: CatalogScanStore;
      definition: Wording[];
    },
  ) {}

  get target(): Target {
    return this.options.target;
  }

  get definition(): Wording[] {
    return this.options.definition;
  }

  async measure(day: Day): Promise<Measurement[]> {
    const reading = await this.#lastOf(day);
    return reading ? toMeasurements(reading) : [];
  }

  async read({ now }: ReadingTime): Promise<Reading> {
    const reading = await this.options.scans.latest();
    return {
      ...describe(reading, this.target),
      verdict: this.#judge(reading, now),
      notes: await this.#notes(reading),
    };
  }

  async readDay(day: Day, target: Target): Promise<Reading> {
    return describe(await this.#lastOf(day), target);
  }

  async breakdowns(): Promise<Breakdown[]> {
    const reading = await this.options.scans.latest();
    if (!reading) {
      return [];
    }
    return [
      counts('reasons', 'Stale entities by reason', reading.byReason, r => ({
        id: r.reason,
        value: r.stale,
      })),
      counts('kinds', 'Stale entities by kind', reading.byKind, k => ({
        id: k.kind,
        value: k.stale,
        count: k.total,
      })),
    ];
  }

  /** The last scan of a day. */
  #lastOf(day: Day): Promise<StalenessReading | undefined> {
    return this.options.scans.latest(this.options.zone.intervalOf(day));
  }

  #judge(reading: StalenessReading | undefined, now: number): Verdict {
    const isOld = reading && now - reading.scannedAt > OLDEST_EVIDENCE_MS;
    return isOld && reading.total > 0
      ? undecided('stale-evidence')
      : judge(reading, this.target);
  }

  async #notes(reading: StalenessReading | undefined): Promise<Wording[][]> {
    const failure = await this.options.scans.lastFailure();
    const notes: Wording[] = [];
    if (failure) {
      notes.push(
        say('scorecard.note.scan-failed', {
          time: this.options.zone.sayInstant(failure.at),
        }),
      );
    }
    if (reading && reading.exempt > 0) {
      notes.push(say('scorecard.note.exempted', { entities: reading.exempt }));
    }
    if (reading && !reading.ownerUnknownChecked) {
      notes.push(say('scorecard.note.owners-not-checked'));
    }
    return notes.map(note => [note]);
  }
}

function describe(
  reading: StalenessReading | undefined,
  target: Target,
): Reading {
  return {
    value: reading && shareOf(reading),
    numerator: reading?.stale,
    denominator: reading?.total,
    coverage: reading && 1,
    verdict: judge(reading, target),
    window: null,
    today: null,
    facts: reading
      ? {
          'fixes-needed': countFixesNeeded({
            stale: reading.stale,
            total: reading.total,
            target: target.value,
          }),
        }
      : {},
    notes: [],
    asOf: reading?.scannedAt,
  };
}

function judge(reading: StalenessReading | undefined, target: Target): Verdict {
  return reading && reading.total > 0
    ? judgeShare(reading.stale, reading.total, target)
    : undecided('no-data');
}

function counts<T>(
  id: string,
  title: string,
  items: T[],
  toRow: (item: T) => {
    id: string;
    value: number;
    count?: number;
  },
): Breakdown {
  const rows = items.map(toRow).map(row => ({ label: row.id, ...row }));
  return { id, title, unit: 'count', rows };
}

function toMeasurements(reading: StalenessReading): Measurement[] {
  const { stale, total, byReason, byKind, byOwner } = reading;
  return [
    {
      dimension: HEADLINE,
      member: '',
      value: shareOf(reading),
      numerator: stale,
      denominator: total,
      n: total,
      coverage: 1,
    },
    ...byReason.map(({ reason, stale: n }) => ({
      dimension: 'reason',
      member: reason,
      value: total === 0 ? undefined : n / total,
      numerator: n,
      denominator: total,
    })),
    ...byKind.map(kind => ({
      dimension: 'kind',
      member: kind.kind,
      value: kind.total === 0 ? undefined : kind.stale / kind.total,
      numerator: kind.stale,
      denominator: kind.total,
    })),
    // Owners without a sample had nothing stale on that day.
    ...byOwner
      .filter(
        ({ ownerRef, stale: n }) =>
          n > 0 && ownerRef.length <= LONGEST_OWNER_MEMBER,
      )
      .map(owner => ({
        dimension: OWNER_DIMENSION,
        member: owner.ownerRef,
        value: owner.stale / owner.total,
        numerator: owner.stale,
        denominator: owner.total,
      })),
  ];
}

function shareOf({ stale, total }: StalenessReading): number | undefined {
  return total === 0 ? undefined : stale / total;
}
