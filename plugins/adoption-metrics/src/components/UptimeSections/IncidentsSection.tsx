import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { DataTable } from '../DataTable';
import { reasonOf } from '../Loadable';
import { CauseMeanings } from './CauseMeanings';
import { incidentColumns } from './incidentColumns';
import { incidentFile } from './incidentFile';
import { notObserved } from './texts';
import { incidentsOnPage, useMoreIncidents } from './useMoreIncidents';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

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
      {first => (
        <IncidentList
          key={first.computedAt}
          first={first}
          timeZone={timeZone}
        />
      )}
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
  const { incidents, hasMore, loading, error, showMore } =
    useMoreIncidents(first);
  return (
    <>
      <DataTable
        name="Incidents, newest first"
        columns={incidentColumns(timeZone)}
        rows={incidents}
        rowKey={({ from }) => from}
        inOnePage
      />
      {hasMore && (
        <div className={styles.more}>
          <Button variant="secondary" isPending={loading} onPress={showMore}>
            Show more
          </Button>
          {error && (
            <p role="alert" className={styles.failure}>
              More incidents could not be loaded: {reasonOf(error)}
            </p>
          )}
        </div>
      )}
      <CauseMeanings incidents={incidents} />
    </>
  );
}
