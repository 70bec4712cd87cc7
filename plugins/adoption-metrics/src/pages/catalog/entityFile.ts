import type {
  QueryOf,
  StaleEntity,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import { allPages } from '../../api/usePages';
import { toCsv } from '../../ui/csv';
import { type CsvFile } from '../../ui/CsvDownload';

export type StaleEntitiesQuery = QueryOf<'GET /catalog/stale-entities'>;

/** As many as the server answers at once. */
const mostEntities = 200;

const columns = [
  'entityRef',
  'ownerRefs',
  'missingOwnerRefs',
  'reason',
  'since',
  'sentence',
  'hint',
  'exemptReason',
  'exemptUntil',
] as const;

/** A line for each reason of every entity, also those that are not in view. */
export function entityFile(
  api: AdoptionMetricsApi,
  parameters: StaleEntitiesQuery,
): CsvFile {
  return {
    name: `${parameters.state ?? 'stale'}-entities`,
    load: async () => {
      const pages = await allPages(cursor =>
        api.request('GET /catalog/stale-entities', {
          query: {
            ...parameters,
            limit: mostEntities,
            cursor,
          },
        }),
      );
      const rows = pages.flatMap(({ entities }) => entities.flatMap(rowsOf));
      return toCsv(columns, rows);
    },
  };
}

function rowsOf({ reasons, exemption, ...entity }: StaleEntity) {
  return reasons.map(reason => ({
    ...reason,
    entityRef: entity.entityRef,
    ownerRefs: entity.ownerRefs.join(' '),
    missingOwnerRefs: entity.missingOwnerRefs.join(' '),
    exemptReason: exemption?.reason,
    exemptUntil: exemption?.until,
  }));
}
