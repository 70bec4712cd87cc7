import {
  CatalogOwner,
  CatalogOwners,
} from 'backstage-plugin-adoption-metrics-common';
import { Visibility } from '../../http';
import { SampleStore } from '../../samples';
import { Day, formatInstant, ReportingZone } from '../../time';
import { CatalogScanStore } from '../CatalogScanStore';
import { countFixesNeeded } from '../countFixesNeeded';
import { OWNER_DIMENSION } from '../StaleEntitiesMetric';
import { OwnerReading, StalenessReading } from '../StalenessReading';

const METRIC = 'stale-entities';
const TREND_DAYS = 28;
const FIXES = 10;

const unscanned: Pick<
  StalenessReading,
  'total' | 'stale' | 'byOwner' | 'withoutOwner'
> = { total: 0, stale: 0, byOwner: [], withoutOwner: { total: 0, stale: 0 } };

/** Owners of stale entities at the end of a day. */
export interface OwnersOfDay {
  owners: Array<{
    ownerRef: string;
    /** Whether the owner was in the catalog, if checked. */
    inCatalog: boolean | undefined;
    stale: number;
    /** Null if the catalog was not scanned on the earlier day. */
    before: number | null;
  }>;
  withoutOwner: number;
}

/**
 * Reports owners of stale entities, and how their number has changed. An entity
 * with two owners counts for both.
 */
export class OwnerReporter {
  constructor(
    private readonly options: {
      scans: Pick<
        CatalogScanStore,
        'latest' | 'curedByOwner' | 'countOfOthers'
      >;
      samples: Pick<SampleStore, 'latestDay' | 'history' | 'headlines'>;
      zone: ReportingZone;
      /** The share of stale entities must be below this. */
      target: number;
    },
  ) {}

  async report(visibility: Visibility): Promise<CatalogOwners> {
    const { scans, target } = this.options;
    const reading = await scans.latest();
    const { total, stale, byOwner, withoutOwner } = reading ?? unscanned;
    const affected = byOwner.filter(
      owner => owner.stale > 0 || owner.inCatalog === false,
    );
    const shown = await visibleAmong(affected, visibility);
    const names = shown.map(({ ownerRef }) => ownerRef);
    return {
      scannedAt: reading ? formatInstant(reading.scannedAt) : null,
      total,
      stale,
      target,
      fixesNeeded: countFixesNeeded({ total, stale, target }),
      owners: await this.#describe(shown),
      hidden: {
        owners: affected.length - shown.length,
        stale: await scans.countOfOthers(names),
      },
      withoutOwner: withoutOwner.stale,
    };
  }

  /**
   * Owners of stale entities according to the last scan of a day, compared with
   * an earlier day. Undefined if there was no scan.
   */
  async ofDay(
    days: { lastDay: Day; before: Day },
    visibility: Visibility,
  ): Promise<OwnersOfDay | undefined> {
    const { scans, zone } = this.options;
    const [now, before] = await Promise.all(
      [days.lastDay, days.before].map(day =>
        scans.latest(zone.intervalOf(day)),
      ),
    );
    if (!now) {
      return undefined;
    }
    const current = byRef(now);
    const earlier = before && byRef(before);
    // Owners who have fixed everything only appear on the earlier day.
    const owners = [...new Map([...(earlier ?? []), ...current]).values()];
    const visible = await visibleAmong(owners, visibility);
    return {
      owners: visible.map(({ ownerRef, inCatalog }) => ({
        ownerRef,
        inCatalog,
        stale: current.get(ownerRef)?.stale ?? 0,
        before: earlier ? earlier.get(ownerRef)?.stale ?? 0 : null,
      })),
      withoutOwner: now.withoutOwner.stale,
    };
  }

  async #describe(owners: OwnerReading[]): Promise<CatalogOwner[]> {
    const before = await this.#monthAgo();
    const cured = await this.options.scans.curedByOwner(FIXES);
    return owners.map(({ ownerRef, inCatalog, total, stale }) => ({
      ownerRef,
      inCatalog: inCatalog ?? null,
      total,
      stale,
      share: stale / total,
      monthAgo: before ? before.get(ownerRef) ?? 0 : null,
      curedByTen: cured.get(ownerRef) ?? 0,
    }));
  }

  /** Undefined if nothing was measured, or not by owner. */
  async #monthAgo(): Promise<Map<string, number> | undefined> {
    const { samples } = this.options;
    const latest = await samples.latestDay(METRIC);
    if (latest === undefined) {
      return undefined;
    }
    const day = latest - TREND_DAYS;
    const days = { from: day, to: day + 1 };
    const [headline] = await samples.headlines(METRIC, days);
    const byOwner = {
      metric: METRIC,
      dimension: OWNER_DIMENSION,
      days,
    } as const;
    const counts = await samples.history(byOwner);
    // No samples by owner can also mean that nothing was stale.
    return counts.length > 0 || headline?.numerator === 0
      ? new Map(counts.map(each => [each.member, each.numerator ?? 0]))
      : undefined;
  }
}

function byRef({ byOwner }: StalenessReading): Map<string, OwnerReading> {
  return new Map(byOwner.map(each => [each.ownerRef, each]));
}

/**
 * Owners that the caller can see. Owners that are not in the catalog are
 * visible with any of their entities.
 */
async function visibleAmong(
  owners: OwnerReading[],
  visibility: Visibility,
): Promise<OwnerReading[]> {
  const readable = await visibility.readable(
    owners.flatMap(({ ownerRef, entityRefs = [] }) => [
      ownerRef,
      ...entityRefs,
    ]),
  );
  const others = owners.filter(({ entityRefs = [] }) =>
    entityRefs.some(ref => readable.has(ref)),
  );
  const hidden = await visibility.hidden(others.map(each => each.ownerRef));
  const named = new Set(others.filter(({ ownerRef }) => !hidden.has(ownerRef)));
  return owners.filter(
    owner => readable.has(owner.ownerRef) || named.has(owner),
  );
}
