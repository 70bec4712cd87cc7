import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { UseReporter } from '../activity';
import { AlertStore } from '../alerts';
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
  alerts: AlertStore;
  scorecard: ScorecardReporter;
}) {
  const { zone, clock, conditions } = handles;
  const { pageLoads, use, deadlines, alerts, scorecard } = handles;
  const reporter = new ChecklistReporter({
    clock,
    zone,
    conditions,
    daysOfRoutes: ROUTE_DAYS,
    pageLoads,
    use,
    deadlines,
    alerts,
    scorecard,
  });
  return { part: { routes: createDecisionRoutes(reporter) } };
}
