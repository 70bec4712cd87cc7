import type {
  AnswerOf,
  CsvRouteKey,
  EntityVerification,
  Overview,
  RequestArguments,
  RequestOf,
  RouteKey,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../api';
import {
  alerts,
  alertTest,
  annotations,
  deadlineAtRisk,
  deadlineLog,
  noDeadline,
  plans,
  summaryOf,
} from './deadlines';
import { decisionMoney } from './decisionMoney';
import { decisionProof, decisionProofs } from './decisionProofs';
import {
  choices,
  decisionAnswers,
  decisionNumbers,
  decisionOptions,
} from './decisions';
import { adoptionReport } from './adoptionReport';
import { definitions } from './definitions';
import { detailOf, diagnostics } from './details';
import {
  developerPreview,
  developersByName,
  myData,
  nothingOfMine,
} from './people';
import { emptyReporters, reporters } from './reports';
import { nothingKnown, seriesFor } from './series';
import { verifications } from './staleEntities';

/** What is answered, by the key of the route; the rest is never asked for. */
export type Answers = {
  [K in RouteKey]?: (request: RequestOf<K>) => Promise<AnswerOf<K>>;
};

type KnownAnswers = {
  [K in keyof ReturnType<typeof answersOf> | 'GET /overview']: NonNullable<
    Answers[K]
  >;
};

const person = 'user:default/priya.nair';

/** Answers from a record that tests may change. */
export class FixtureApi implements AdoptionMetricsApi {
  readonly answers: KnownAnswers;

  constructor(scorecard: Scorecard) {
    const answers = answersOf(scorecard);
    this.answers = { ...answers, 'GET /overview': () => this.#overview() };
  }

  async request<K extends RouteKey>(
    key: K,
    ...[request]: RequestArguments<K>
  ): Promise<AnswerOf<K>> {
    return this.#answer(key, request);
  }

  async #answer<K extends RouteKey>(
    key: K,
    request?: unknown,
  ): Promise<AnswerOf<K>> {
    const answer = (this.answers as Answers)[key];
    if (!answer) {
      throw new Error(`There is no answer to ${key}`);
    }
    return answer((request ?? {}) as RequestOf<K>);
  }

  /** From the two answers of which it consists, whatever a test made of them. */
  async #overview(): Promise<Overview> {
    const [scorecard, report] = await Promise.all([
      this.#answer('GET /scorecard'),
      this.#answer('GET /deadline'),
    ]);
    return { scorecard, deadline: summaryOf(report) };
  }

  async csv<K extends CsvRouteKey>(
    key: K,
    ...request: RequestArguments<K>
  ): Promise<Blob> {
    return new Blob([JSON.stringify(await this.request(key, ...request))]);
  }
}

/** Everything from one scorecard. */
function answersOf(scorecard: Scorecard) {
  const nothingSeen = scorecard.closedThrough === null;
  return {
    ...reportsOf(nothingSeen),
    ...scorecardOf(scorecard),
    ...deadlineOf(nothingSeen),
    ...decisionOf(),
    ...alertsOf(),
    ...personOf(nothingSeen),
    ...verificationsOf(nothingSeen),
  } satisfies Answers;
}

type ReportAnswers = {
  [K in keyof typeof reporters]: NonNullable<Answers[K]>;
};

function reportsOf(nothingSeen: boolean): ReportAnswers {
  const known = nothingSeen ? emptyReporters : reporters;
  return Object.fromEntries(
    Object.entries(known).map(([key, report]) => [
      key,
      async ({ query }: { query?: object }) => report((query ?? {}) as never),
    ]),
  ) as ReportAnswers;
}

function scorecardOf(scorecard: Scorecard) {
  return {
    'GET /scorecard': async () => scorecard,
    'GET /definitions': async () => definitions,
    'GET /diagnostics': async () => diagnostics,
    'GET /developers': async ({ query }) =>
      query?.names ? developersByName : developerPreview,
    'GET /metrics/{id}': async ({ params }) => detailOf(scorecard, params.id),
    'GET /metrics/{id}/series': async ({ params, query }) =>
      seriesOf(scorecard, { metric: params.id, ...query }),
  } satisfies Answers;
}

function seriesOf(
  scorecard: Scorecard,
  request: Parameters<typeof seriesFor>[0],
) {
  const series = seriesFor(request);
  const { metric } = detailOf(scorecard, request.metric);
  const begin = metric.sparkline.find(({ value }) => value !== null)?.day;
  // A story of more than 90 days reaches back beyond the sparkline.
  if (metric.sparkline[0]?.day === begin && begin !== undefined) {
    return series;
  }
  const points = series.points.map(point =>
    begin && point.to > begin ? point : { ...point, ...nothingKnown },
  );
  return { ...series, points };
}

function deadlineOf(nothingSeen: boolean) {
  let report = nothingSeen ? noDeadline : deadlineAtRisk;
  let written = nothingSeen ? [] : annotations.annotations;
  return {
    'GET /deadline': async () => report,
    'GET /decision/plans': async () => plans,
    'GET /deadline/log': async () => deadlineLog,
    'PUT /deadline': async ({ body }) => {
      const deadline = { ...deadlineAtRisk.deadline!, ...body };
      report = { ...deadlineAtRisk, deadline };
      return report;
    },
    'DELETE /deadline': async () => {
      report = noDeadline;
      return report;
    },
    'GET /annotations': async () => ({ ...annotations, annotations: written }),
    'POST /annotations': async ({ body }) => {
      const [first] = annotations.annotations;
      const added = { ...first, ...body, decision: null, id: 99 };
      written = [...written, added];
      return added;
    },
    'DELETE /annotations': async ({ query }) => {
      written = written.filter(({ id }) => id !== query.id);
      return { removed: query.id };
    },
  } satisfies Answers;
}

function decisionOf() {
  return {
    'GET /report': async () => adoptionReport,
    'GET /decision/access': async () => ({ mayRead: true, mayManage: true }),
    'GET /decision/options': async () => decisionOptions,
    'GET /decision/answers': async () => decisionAnswers,
    'PUT /decision/answers': async () => decisionAnswers,
    'GET /decision/numbers': async () => decisionNumbers,
    'PUT /decision/numbers/{id}': async () => decisionNumbers.numbers[0],
    'DELETE /decision/numbers/{id}': async () => decisionNumbers.numbers[0],
    'GET /decision/money': async () => decisionMoney,
    'PUT /decision/money': async () => decisionMoney,
    'GET /decision/proofs': async () => decisionProofs,
    'POST /decision/proofs': async () => decisionProof,
    'GET /decision/proofs/{id}': async () => decisionProof,
    'PUT /decision/proofs/{id}/feedback': async () => decisionProof,
    'DELETE /decision/proofs/{id}': async ({ params }) => ({
      removed: params.id,
    }),
    'GET /decision/choices': async () => choices,
    'POST /decision/choices': async ({ body }) => {
      const option = choices.choosable.find(({ id }) => id === body.option)!;
      return { ...choices.choices[0], ...body, option, id: 99 };
    },
    'DELETE /decision/choices': async ({ query }) => ({ removed: query.id }),
  } satisfies Answers;
}

function alertsOf() {
  let list = alerts;
  return {
    'GET /alerts': async () => list,
    'POST /alerts/test': async () => alertTest,
    'POST /alerts/mutes': async ({ body }) => {
      const { rule, until } = body;
      const mute = until ? { until, by: person } : null;
      const rules = list.rules.map(state =>
        state.rule === rule ? { ...state, mute } : state,
      );
      list = { ...list, rules };
      return { rule, until };
    },
    'POST /alerts/acknowledgements': async ({ body }) => {
      const at = '2026-11-23T15:00:00.000Z';
      const acknowledgement = { at, by: person, note: null };
      const all = list.alerts.map(alert =>
        alert.id === body.id ? { ...alert, acknowledgement } : alert,
      );
      list = { ...list, alerts: all };
      return acknowledgement;
    },
  } satisfies Answers;
}

function personOf(nothingSeen: boolean) {
  let mine = nothingSeen ? nothingOfMine : myData;
  return {
    'GET /me': async () => mine,
    'PUT /me': async ({ body }) => {
      const { optedOut } = body;
      const counted = !optedOut && mine.developer.since !== null;
      mine = { ...mine, optedOut, developer: { ...mine.developer, counted } };
      return mine;
    },
  } satisfies Answers;
}

function verificationsOf(nothingSeen: boolean) {
  const { 'GET /catalog/verifications': verificationsOnRecord } = nothingSeen
    ? emptyReporters
    : reporters;
  let confirmed: EntityVerification[] | undefined;
  return {
    'GET /catalog/verifications': async ({ query = {} }) =>
      confirmed
        ? { ...verifications, verifications: confirmed }
        : verificationsOnRecord(query),
    'POST /catalog/verifications': async ({ body }) => {
      const [first] = verifications.verifications;
      confirmed = [{ ...first, entityRef: body.entityRef }];
      return confirmed[0];
    },
  } satisfies Answers;
}
