import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  type AnswerOf,
  metricIds,
  RestClient,
  scorecardReadPermission,
} from 'backstage-plugin-adoption-metrics-common';
import { contract } from 'backstage-plugin-adoption-metrics-common/contract';

export const permission: BasicPermission = scorecardReadPermission;
export const ids = [...metricIds];
export const row = contract['GET /scorecard'];

const baseUrl = 'https://portal.example.com/api/adoption-metrics/v1';
export const client = new RestClient({ fetcher: { fetch }, baseUrl });
export async function read(): Promise<AnswerOf<'GET /scorecard'>> {
  return await client.request('GET /scorecard');
}

// @ts-expect-error no such route
client.request('GET /metrics');
