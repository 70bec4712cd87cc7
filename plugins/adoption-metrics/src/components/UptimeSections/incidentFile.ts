import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import type { CsvFile } from '../CsvDownload';
import { toCsv } from './csv';

type Incident = UptimeIncidents['incidents'][number];

/** As many as the server answers at once. */
const mostIncidents = 200;

const header = [
  'from',
  'to',
  'seconds',
  'ongoing',
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
  const incidents: Incident[] = [];
  let cursor: string | undefined;
  do {
    const page: UptimeIncidents = await api.getReport('uptime/incidents', {
      limit: mostIncidents,
      cursor,
    });
    incidents.push(...page.incidents);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return incidents;
}

function rowOf(incident: Incident): Array<string | number> {
  const { from, to, seconds, ongoing, cause, components, notes } = incident;
  return [
    from,
    to,
    seconds,
    String(ongoing),
    cause,
    components.join(' '),
    notes.map(({ note }) => note).join('\n'),
  ];
}
