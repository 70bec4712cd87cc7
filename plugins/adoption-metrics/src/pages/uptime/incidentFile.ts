import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import { allPages } from '../../api/usePages';
import { toCsv } from '../../ui/csv';
import { type CsvFile } from '../../ui/CsvDownload';

type Incident = UptimeIncidents['incidents'][number];

/** As many as the server answers at once. */
const mostIncidents = 200;

const header = [
  'from',
  'to',
  'seconds',
  'ongoing',
  'kind',
  'cause',
  'components',
  'notes',
];

/** Every incident of the default range, also those that are not in view. */
export function incidentFile(api: AdoptionMetricsApi): CsvFile {
  return {
    name: 'uptime-incidents',
    load: async () => toCsv([header, ...(await allIncidents(api)).map(rowOf)]),
  };
}

async function allIncidents(api: AdoptionMetricsApi): Promise<Incident[]> {
  const pages = await allPages(cursor =>
    api.request('GET /uptime/incidents', {
      query: { limit: mostIncidents, cursor },
    }),
  );
  return pages.flatMap(({ incidents }) => incidents);
}

function rowOf(incident: Incident): Array<string | number> {
  const { from, to, seconds, ongoing, kind, cause } = incident;
  const { components, notes } = incident;
  return [
    from,
    to,
    seconds,
    String(ongoing),
    kind,
    cause,
    components.join(' '),
    notes.map(({ note }) => note).join('\n'),
  ];
}
