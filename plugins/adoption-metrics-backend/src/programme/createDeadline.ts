import { AuditorService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AccessControl } from '../http';
import { SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { AnnotationStore, createAnnotationRouter } from './annotations';
import { DatabaseProgrammeStore } from './DatabaseProgrammeStore';
import { DatabaseProgrammeWeekStore } from './DatabaseProgrammeWeekStore';
import { Programme } from './Programme';
import { ProgrammeEvaluator } from './ProgrammeEvaluator';
import { ProgrammeKeeper } from './ProgrammeKeeper';
import { StandingReader } from './StandingReader';

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
  configured: Programme | undefined;
}) {
  const { knex, zone, clock, access, auditor, samples, configured } = handles;
  const programmes = new DatabaseProgrammeStore(knex);
  const weeks = new DatabaseProgrammeWeekStore(knex);
  const annotations = new AnnotationStore(knex);
  const keeper = new ProgrammeKeeper({ programmes, configured });
  await keeper.adoptConfigured(clock.now());
  const evaluator = new ProgrammeEvaluator({
    clock,
    programmes,
    weeks,
    samples,
  });
  return {
    programmes,
    weeks,
    annotations,
    keeper,
    evaluator,
    standing: new StandingReader({
      clock,
      zone,
      programmes,
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
      personalData: { signedActs: [programmes, annotations] },
    },
  };
}

/** The deadline and everything in which it is kept. */
export type DeadlineFolder = Awaited<ReturnType<typeof createDeadline>>;
