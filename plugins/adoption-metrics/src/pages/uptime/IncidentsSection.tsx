import { useApi } from '@backstage/frontend-plugin-api';
import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { usePages } from '../../api/usePages';
import { DataTable } from '../../ui/table';
import { ShowMore } from '../../ui/ShowMore';
import { CauseMeanings } from './CauseMeanings';
import { incidentColumns } from './incidentColumns';
import { incidentFile } from './incidentFile';
import { notObserved } from './texts';
import { UptimeSection } from './UptimeSection';

const incidentsOnPage = 20;

interface IncidentsSectionProps {
  /** Whether anything is known about uptime at all. */
  observed: boolean;
  timeZone: string;
}

/** Each time down: when, how long, and what is known of why. */
export function IncidentsSection(props: IncidentsSectionProps) {
  const { observed, timeZone } = props;
  const api = useApi(adoptionMetricsApiRef);
  return (
    <UptimeSection
      id="incidents"
      title="Incidents"
      report="uptime/incidents"
      parameters={{ limit: incidentsOnPage }}
      height={320}
      description="Times without interruption in which the portal was down, in the last 90 days, newest first. The cause is how it began."
      emptyText={({ incidents }) => emptyText(incidents, observed)}
      fileOf={() => incidentFile(api)}
    >
      {first => <IncidentList first={first} timeZone={timeZone} />}
    </UptimeSection>
  );
}

function emptyText(
  incidents: UptimeIncidents['incidents'],
  observed: boolean,
): string | undefined {
  if (incidents.length > 0) {
    return undefined;
  }
  return observed
    ? 'No incident in what was observed of the last 90 days.'
    : notObserved;
}

function IncidentList(props: { first: UptimeIncidents; timeZone: string }) {
  const { first, timeZone } = props;
  const api = useApi(adoptionMetricsApiRef);
  const more = usePages(first, cursor =>
    api.getReport('uptime/incidents', { limit: incidentsOnPage, cursor }),
  );
  const incidents = more.pages.flatMap(page => page.incidents);
  return (
    <>
      <DataTable
        name="Incidents, newest first"
        columns={incidentColumns(timeZone)}
        rows={incidents}
        rowKey={({ from }) => from}
        inOnePage
      />
      <ShowMore subject="More incidents" more={more} />
      <CauseMeanings incidents={incidents} />
    </>
  );
}
