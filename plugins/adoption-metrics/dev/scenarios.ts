import { ResponseError } from '@backstage/errors';
import {
  allMet,
  firstDays,
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  withSampleHistory,
} from '../src/__fixtures__';
import type { AdoptionMetricsApi } from '../src/api';

async function refuse(status: number, message: string): Promise<never> {
  const name = status === 403 ? 'NotAllowedError' : 'ServiceUnavailableError';
  const response = Response.json(
    { error: { name, message }, response: { statusCode: status } },
    { status, statusText: name },
  );
  throw await ResponseError.fromResponse(response);
}

function apiWhereAllAnswersAre(
  answer: () => Promise<never>,
): AdoptionMetricsApi {
  return { request: answer, csv: answer };
}

const scenarios: Record<string, () => AdoptionMetricsApi> = {
  'nine-months': () => new FixtureApi(nineMonthsIn),
  sample: () => new FixtureApi(withSampleHistory),
  'first-days': () => new FixtureApi(firstDays),
  'nothing-seen': () => new FixtureApi(nothingSeen),
  'all-met': () => new FixtureApi(allMet),
  loading: () => apiWhereAllAnswersAre(() => new Promise(() => {})),
  error: () =>
    apiWhereAllAnswersAre(() => refuse(503, 'The database is not reachable')),
  forbidden: () => apiWhereAllAnswersAre(() => refuse(403, 'Unauthorized')),
};

/** The state named by `?scenario=` in the address, for as long as the tab lives. */
export function chosenScenario(): AdoptionMetricsApi {
  const named = new URLSearchParams(window.location.search).get('scenario');
  const name = named ?? sessionStorage.getItem('scenario') ?? 'nine-months';
  sessionStorage.setItem('scenario', name);
  return (scenarios[name] ?? scenarios['nine-months'])();
}
