import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ActivityStore, PluginInventoryReporter } from '../../activity';
import { StalenessReading } from '../../catalog';
import { ScorecardReporter } from '../../scorecard';
import { Day, monthsBetween, ReportingZone } from '../../time';
import { Facts, FactsReader } from './Facts';

/** Reads what is measured and the decision needs. */
export class FactsService implements FactsReader {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      scorecard: Pick<ScorecardReporter, 'scorecard'>;
      scans: { latest(): Promise<StalenessReading | undefined> };
      inventory: Pick<PluginInventoryReporter, 'read'>;
      activity: Pick<ActivityStore, 'firstDay'>;
      /** When the portal was opened to its developers, if it is configured. */
      launchedOn: Day | undefined;
    },
  ) {}

  async read(): Promise<Facts> {
    const { clock, zone, scorecard, scans, inventory } = this.sources;
    const at = clock.now();
    const today = zone.dayOf(at);
    const [{ metrics }, reading, plugins, launch] = await Promise.all([
      scorecard.scorecard(),
      scans.latest(),
      inventory.read(),
      this.#launchDay(),
    ]);
    return {
      at,
      today,
      metrics,
      ...activityOf(metrics),
      ...(reading && catalogOf(reading)),
      usedPlugins: beyondBase(plugins.used),
      installedPlugins: beyondBase(plugins.installed),
      ...(launch !== undefined && {
        monthsSinceLaunch: Math.max(0, monthsBetween(launch, today)),
      }),
    };
  }

  async #launchDay(): Promise<Day | undefined> {
    return this.sources.launchedOn ?? this.sources.activity.firstDay();
  }
}

function beyondBase(
  plugins: Array<{ pluginId: string; isBase: boolean }> | undefined,
): string[] | undefined {
  return plugins
    ?.filter(({ isBase }) => !isBase)
    .map(({ pluginId }) => pluginId);
}

function activityOf(
  metrics: Metric[],
): Pick<Facts, 'developers' | 'active' | 'activeShare'> {
  const metric = metrics.find(({ id }) => id === 'active-users');
  const { numerator, denominator } = metric ?? {};
  const isKnown = typeof denominator === 'number' && denominator > 0;
  if (!isKnown) {
    return {};
  }
  return typeof numerator === 'number'
    ? {
        developers: denominator,
        active: numerator,
        activeShare: numerator / denominator,
      }
    : { developers: denominator };
}

/** What of the catalog has an owner whom the catalog knows, if it was checked. */
export function catalogOf(
  reading: Pick<
    StalenessReading,
    'total' | 'withoutOwner' | 'byReason' | 'ownerUnknownChecked'
  >,
): Pick<Facts, 'catalogEntities' | 'ownedShare'> {
  const { total, withoutOwner, byReason, ownerUnknownChecked } = reading;
  if (!ownerUnknownChecked || total === 0) {
    return { catalogEntities: total };
  }
  const unknown = byReason.find(({ reason }) => reason === 'owner-unknown');
  const owned = total - withoutOwner.total - (unknown?.stale ?? 0);
  return { catalogEntities: total, ownedShare: owned / total };
}
