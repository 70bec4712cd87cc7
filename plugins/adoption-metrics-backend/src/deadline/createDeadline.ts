import { AuditorService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AccessControl } from '../http';
import { SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { AnnotationStore, createAnnotationRouter } from './annotations';
import { DatabaseDeadlineStore } from './DatabaseDeadlineStore';
import { DatabaseDeadlineWeekStore } from './DatabaseDeadlineWeekStore';
import { Deadline } from './Deadline';
import { DeadlineEvaluator } from './DeadlineEvaluator';
import { DeadlineService } from './DeadlineService';
import { DeadlineStatusReader } from './DeadlineStatusReader';

/**
 * Keeps the goal and its date, and evaluates every closed week once.
 *
 * @param handles - `configured` is the deadline that the configuration sets
 */
export async function createDeadline(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  auditor: AuditorService;
  samples: SampleStore;
  configured: Deadline | undefined;
}) {
  const { knex, zone, clock, access, auditor, samples, configured } = handles;
  const deadlines = new DatabaseDeadlineStore(knex);
  const weeks = new DatabaseDeadlineWeekStore(knex);
  const annotations = new AnnotationStore(knex);
  const service = new DeadlineService({ deadlines, configured });
  await service.adoptConfigured(clock.now());
  const evaluator = new DeadlineEvaluator({
    clock,
    deadlines,
    weeks,
    samples,
  });
  return {
    deadlines,
    weeks,
    annotations,
    service,
    evaluator,
    status: new DeadlineStatusReader({
      clock,
      zone,
      deadlines,
      weeks,
      annotations,
    }),
    part: {
      routers: [
        createAnnotationRouter({ access, auditor, clock, zone, annotations }),
      ],
      tasks: [
        {
          id: 'deadline',
          frequency: { minutes: 1 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 20 },
          run: async (signal: AbortSignal) => {
            await evaluator.evaluate(signal);
          },
        },
      ],
      personalData: { signedActs: [deadlines, annotations] },
    },
  };
}

/** The deadline and everything in which it is kept. */
export type DeadlineFolder = Awaited<ReturnType<typeof createDeadline>>;
