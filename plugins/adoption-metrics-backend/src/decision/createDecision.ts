import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { UseReporter } from '../activity';
import { DeliveryStore } from '../alerts';
import { DeadlineStore } from '../deadline';
import { PageLoadStore } from '../pageLoad';
import { Part } from '../parts';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { createChecklist } from './checklist';
import { ConfiguredConditions } from './config';

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
  const { zone, clock, conditions, scorecard } = handles;
  const { pageLoads, use, deadlines, deliveries } = handles;

  const checklist = createChecklist({
    zone,
    clock,
    conditions,
    pageLoads,
    use,
    deadlines,
    deliveries,
    scorecard,
  });

  const parts: Part[] = [checklist.part];
  return { parts };
}
