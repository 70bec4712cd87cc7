import { InputError } from '@backstage/errors';
import { decisionManagePermission } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { DatedColumn, datedColumns } from '../../database';
import { RouteHandlers } from '../../http';
import { ReportingZone } from '../../time';
import { PublishedReader } from '../published';
import { AnswersReader } from './Answers';
import { AnswerService } from './AnswerService';
import { AnswerStore } from './AnswerStore';
import { ConfiguredAnswers } from './config';

/** When questions were answered. */
export const answerTimes: DatedColumn[] = datedColumns(
  'decision_answers',
  ['answered_at'],
  'ms',
  'now',
);

/**
 * Asks what nobody can measure.
 *
 * @throws InputError if the configuration answers a question that there is not
 */
export function createAnswers(handles: {
  knex: Knex;
  clock: Clock;
  zone: ReportingZone;
  published: PublishedReader;
  /** The ids of the questions of readiness. */
  readiness: string[];
  configured: ConfiguredAnswers;
}) {
  const { knex, clock, zone, published, readiness, configured } = handles;
  const unknown = Object.keys(configured.readiness).find(
    id => !readiness.includes(id),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `adoptionMetrics.decision.answers.readiness.${unknown} is unknown; expected one of ${readiness.join(
        ', ',
      )}`,
    );
  }
  const store = new AnswerStore(knex);
  const service = new AnswerService({
    clock,
    zone,
    published,
    configured,
    store,
  });
  const answers: AnswersReader = service;
  return {
    answers,
    /** Changes whenever somebody answers. */
    state: () => store.state(),
    part: {
      routes: createAnswerRoutes({ clock, service }),
      times: answerTimes,
      personalData: { signedActs: [store] },
    },
  };
}

/** Answers to the questions of the decision, and taking new ones. */
export function createAnswerRoutes(handles: {
  clock: Clock;
  service: AnswerService;
}) {
  const { clock, service } = handles;
  return {
    'GET /decision/answers': async ({ may }) =>
      service.report(await may(decisionManagePermission)),
    'PUT /decision/answers': {
      auditMeta: ({ body: { answers } }) => ({ answers }),
      answer: async ({ body: { answers, note }, signature }) => {
        await service.answer(answers, { note, at: clock.now(), by: signature });
        return service.report(true);
      },
    },
  } satisfies RouteHandlers;
}
