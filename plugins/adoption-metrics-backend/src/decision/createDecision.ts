import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { UseReporter } from '../activity';
import { DeliveryStore } from '../alerts';
import { PageLoadStore, ROUTE_DAYS } from '../pageLoad';
import { DeadlineStore } from '../deadline';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { ConfiguredConditions } from './config';
import { ChecklistReporter } from './ChecklistReporter';
import { createDecisionRoutes } from './routes';

/** Says what a portal that is stuck can do, and which options it has. */
export function createDecision(handles: {
  zone: ReportingZone;
  clock: Clock;
  conditions: ConfiguredConditions;
  pageLoads: PageLoadStore;
  use: UseReporter;
  deadlines: DeadlineStore;
  deliveries: DeliveryStore;
  scorecard: ScorecardReporter;
}) {
  const { zone, clock, conditions } = handles;
  const { pageLoads, use, deadlines, deliveries, scorecard } = handles;
  const reporter = new ChecklistReporter({
    clock,
    zone,
    conditions,
    daysOfRoutes: ROUTE_DAYS,
    pageLoads,
    use,
    deadlines,
    deliveries,
    scorecard,
  });
  return { part: { routes: createDecisionRoutes(reporter) } };
}
