import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { ReportingZone } from '../time';
import { AnnotationStore, createAnnotationRoutes } from './annotations';
import { Audience } from './Audience';
import { PublishedAdoption } from './current';
import { Deadline } from './Deadline';
import { DeadlineEvaluator } from './DeadlineEvaluator';
import { DeadlineReporter } from './DeadlineReporter';
import { DeadlineService } from './DeadlineService';
import { DeadlineStatusReader } from './DeadlineStatusReader';
import { DeadlineStore } from './DeadlineStore';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { deadlineGauges } from './gauges';
import { RecipientCheck } from './RecipientCheck';
import { createDeadlineRoutes } from './routes';
import { deadlineTimes } from './times';

/**
 * Manages the deadline, and evaluates closed weeks.
 *
 * @param handles.configured - the configured deadline
 * @param handles.configuredRecipients - entity refs of configured recipients
 * @param handles.published - published numbers about adoption; called later,
 * because the decision is built after the deadline
 * @param handles.audience - who is notified; called later, because alerts are
 * built after the deadline
 */
export async function createDeadline(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  samples: SampleStore;
  scorecard: ScorecardReporter;
  configured: Deadline | undefined;
  catalog: CatalogService;
  configuredRecipients: string[];
  published(): Promise<PublishedAdoption>;
  audience(): Promise<Audience>;
}) {
  const { knex, zone, clock, samples } = handles;
  const { scorecard, configured } = handles;
  const { catalog, configuredRecipients, published, audience } = handles;
  const deadlines = new DeadlineStore(knex);
  const weeks = new DeadlineWeekStore(knex);
  const annotations = new AnnotationStore(knex);
  const service = new DeadlineService({ deadlines, configured });
  await service.adoptConfigured(clock.now());
  const evaluator = new DeadlineEvaluator({ clock, deadlines, weeks, samples });
  const status = new DeadlineStatusReader({
    clock,
    zone,
    deadlines,
    weeks,
    annotations,
  });
  const reporter = new DeadlineReporter({
    clock,
    zone,
    deadlines,
    weeks,
    samples,
    scorecard,
    status,
    published,
    audience,
  });
  const recipients = new RecipientCheck({
    catalog,
    configured: configuredRecipients,
  });
  return {
    deadlines,
    weeks,
    annotations,
    service,
    evaluator,
    status,
    reporter,
    part: {
      routes: {
        ...createDeadlineRoutes({
          clock,
          zone,
          deadlines,
          weeks,
          service,
          evaluator,
          reporter,
          recipients,
          scorecard,
        }),
        ...createAnnotationRoutes({ clock, zone, annotations }),
      },
      tasks: [evaluationTask(evaluator)],
      gauges: deadlineGauges(status),
      times: deadlineTimes,
      personalData: { signedActs: [deadlines, annotations] },
    },
  };
}

function evaluationTask(evaluator: DeadlineEvaluator) {
  return {
    id: 'deadline',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 20 },
    run: async (signal: AbortSignal) => {
      await evaluator.evaluate(signal);
    },
  };
}
