import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CatalogOwner,
  CatalogOwners,
} from 'backstage-plugin-adoption-metrics-common';
import { SampleStore } from '../../samples';
import { formatInstant } from '../../time';
import { CatalogScanStore } from '../CatalogScanStore';
import { entitiesToRepair } from '../entitiesToRepair';
import { OWNER_DIMENSION } from '../StaleEntitiesMetric';
import { StalenessReading } from '../StalenessReading';
import { ReadableEntities } from './ReadableEntities';

const METRIC = 'stale-entities';
const TREND_DAYS = 28;
const REPAIRS = 10;

const unscanned = { total: 0, stale: 0, byOwner: [] };

type OwnerCounts = StalenessReading['byOwner'][number];

/** Reports who owns stale entities, and whether there are fewer than before. */
export class OwnerReporter {
  constructor(
    private readonly options: {
      scans: Pick<CatalogScanStore, 'latest' | 'curedByOwner'>;
      samples: Pick<SampleStore, 'latestDay' | 'history' | 'headlines'>;
      readable: ReadableEntities;
      /** Share that stale entities must stay below. */
      target: number;
    },
  ) {}

  async report(credentials: BackstageCredentials): Promise<CatalogOwners> {
    const { scans, readable, target } = this.options;
    const reading = await scans.latest();
    const { total, stale, byOwner } = reading ?? unscanned;
    const affected = byOwner.filter(owner => owner.stale > 0);
    const refs = affected.map(({ ownerRef }) => ownerRef);
    const visible = await readable.among(refs, credentials);
    const shown = affected.filter(({ ownerRef }) => visible.has(ownerRef));
    return {
      scannedAt: reading ? formatInstant(reading.scannedAt) : null,
      total,
      stale,
      target,
      toRepair: entitiesToRepair({ total, stale, target }),
      owners: await this.#describe(shown),
      hidden: {
        owners: affected.length - shown.length,
        stale: staleOf(affected) - staleOf(shown),
      },
      withoutOwner: stale - staleOf(affected),
    };
  }

  async #describe(owners: OwnerCounts[]): Promise<CatalogOwner[]> {
    const before = await this.#monthAgo();
    const cured = await this.options.scans.curedByOwner(REPAIRS);
    return owners.map(({ ownerRef, total, stale }) => ({
      ownerRef,
      total: total ?? null,
      stale,
      share: total ? stale / total : null,
      monthAgo: before ? before.get(ownerRef) ?? 0 : null,
      curedByTen: cured.get(ownerRef) ?? 0,
    }));
  }

  /** Undefined if nothing was measured then, or not by owner. */
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
    // Without samples by owner, the day counts only if nothing was stale.
    return counts.length > 0 || headline?.numerator === 0
      ? new Map(counts.map(each => [each.member, each.numerator ?? 0]))
      : undefined;
  }
}

function staleOf(owners: OwnerCounts[]): number {
  return owners.reduce((sum, { stale }) => sum + stale, 0);
}
