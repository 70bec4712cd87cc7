import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AccessControl } from '../http';
import { UseReporter } from '../activity';
import { AlertStore } from '../alerts';
import { PageLoadStore, ROUTE_DAYS } from '../pageLoad';
import { ProgrammeStore } from '../programme';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { ConfiguredConditions } from './config';
import { RescueReporter } from './RescueReporter';
import { createRescueRouter } from './rescueRoutes';

/** Says what a portal that is stuck can do, and which options it has. */
export function createDecision(handles: {
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  conditions: ConfiguredConditions;
  pageLoads: PageLoadStore;
  use: UseReporter;
  programmes: ProgrammeStore;
  alerts: AlertStore;
  scorecard: ScorecardReporter;
}) {
  const { zone, clock, access, conditions } = handles;
  const { pageLoads, use, programmes, alerts, scorecard } = handles;
  const reporter = new RescueReporter({
    clock,
    zone,
    conditions,
    daysOfRoutes: ROUTE_DAYS,
    pageLoads,
    use,
    programmes,
    alerts,
    scorecard: () => scorecard.scorecard(),
  });
  return { part: { routers: [createRescueRouter({ access, reporter })] } };
}
