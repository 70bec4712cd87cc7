import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { UseReporter } from '../../activity';
import { DeliveryStore } from '../../alerts';
import { DeadlineStore } from '../../deadline';
import { PageLoadStore, ROUTE_DAYS } from '../../pageLoad';
import { ScorecardReporter } from '../../scorecard';
import { ReportingZone } from '../../time';
import { ConfiguredConditions } from '../config';
import { ChecklistReporter } from './ChecklistReporter';
import { createChecklistRoutes } from './routes';

/** Says how far a portal has come that is stuck. */
export function createChecklist(handles: {
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
  return { part: { routes: createChecklistRoutes(reporter) } };
}
