import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DeliveryStore } from '../../alerts';
import { DeadlineStore } from '../../deadline';
import { DigestFacts } from '../../digest';
import { PageLoadStore, ROUTE_DAYS } from '../../pageLoad';
import { ReportingZone } from '../../time';
import { AnswersReader } from '../answers';
import { FactsReader } from '../facts';
import { PublishedReader } from '../published';
import { checklistActions } from './actions';
import { ChecklistReporter } from './ChecklistReporter';
import { createChecklistRoutes } from './routes';

/** Says how far a portal has come that is stuck. */
export function createChecklist(handles: {
  zone: ReportingZone;
  clock: Clock;
  published: PublishedReader;
  answers: AnswersReader;
  facts: FactsReader;
  pageLoads: PageLoadStore;
  deadlines: DeadlineStore;
  deliveries: DeliveryStore;
}) {
  const { zone, clock, published, answers, facts } = handles;
  const { pageLoads, deadlines, deliveries } = handles;
  const reporter = new ChecklistReporter({
    clock,
    zone,
    published,
    answers,
    facts,
    daysOfRoutes: ROUTE_DAYS,
    pageLoads,
    deadlines,
    deliveries,
  });
  return {
    conditions: () => reporter.conditions(),
    actions: async (digested: DigestFacts) => {
      const { numbers } = await published.read();
      return checklistActions(digested, numbers.pluginCap.high);
    },
    part: { routes: createChecklistRoutes(reporter) },
  };
}
