import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ActivityStore, PluginInventoryReporter } from '../../activity';
import { CatalogScanStore } from '../../catalog';
import { ScorecardReporter } from '../../scorecard';
import { Day, ReportingZone } from '../../time';
import { FactsReader } from './Facts';
import { FactsService } from './FactsService';

/** Puts together what is measured and the decision needs. */
export function createFacts(handles: {
  clock: Clock;
  zone: ReportingZone;
  scorecard: ScorecardReporter;
  scans: CatalogScanStore;
  inventory: PluginInventoryReporter;
  activity: ActivityStore;
  launchedOn: Day | undefined;
}) {
  const { clock, zone, scorecard, scans } = handles;
  const { inventory, activity, launchedOn } = handles;
  const facts: FactsReader = new FactsService({
    clock,
    zone,
    scorecard,
    scans,
    inventory,
    activity,
    launchedOn,
  });
  return { facts };
}
