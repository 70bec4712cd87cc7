import type {
  QueryOf,
  UptimeIncidents,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import { allPages } from '../../api/usePages';
import { toCsv } from '../../ui/csv';
import { type CsvFile } from '../../ui/CsvDownload';

type IncidentsQuery = QueryOf<'GET /uptime/incidents'>;

type Incident = UptimeIncidents['incidents'][number];

/** As many as the server answers at once. */
const mostIncidents = 200;

const columns = [
  'from',
  'to',
  'seconds',
  'ongoing',
  'kind',
  'cause',
  'components',
  'notes',
] as const;

/** All that is asked for, also what is not in view. */
export function incidentFile(
  api: AdoptionMetricsApi,
  query: IncidentsQuery,
): CsvFile {
  return {
    name: `uptime-${query.kind ?? 'downtime'}s`,
    load: async () =>
      toCsv(columns, (await allIncidents(api, query)).map(rowOf)),
  };
}

async function allIncidents(
  api: AdoptionMetricsApi,
  query: IncidentsQuery,
): Promise<Incident[]> {
  const pages = await allPages(cursor =>
    api.request('GET /uptime/incidents', {
      query: { ...query, limit: mostIncidents, cursor },
    }),
  );
  return pages.flatMap(({ incidents }) => incidents);
}

function rowOf({ components, evidence, notes, ...incident }: Incident) {
  return {
    ...incident,
    components: components.join(' '),
    notes: notes.map(({ note }) => note).join('\n'),
  };
}
