import { useApi } from '@backstage/frontend-plugin-api';
import type { UptimeIncidents } from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { usePages } from '../../api/usePages';
import { DataTable } from '../../ui/table';
import { ShowMore } from '../../ui/ShowMore';
import { CauseMeanings } from './CauseMeanings';
import { incidentColumns } from './incidentColumns';
import { incidentFile } from './incidentFile';
import { UptimeSection } from './UptimeSection';
import { useLanguage, type Translate } from '../../ui/format';

const incidentsOnPage = 20;

interface IncidentsSectionProps {
  /** Whether anything is known about uptime at all. */
  observed: boolean;
  timeZone: string;
}

/** Each time down: when, how long, and what is known of why. */
export function IncidentsSection(props: IncidentsSectionProps) {
  const { observed, timeZone } = props;
  const { t } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  return (
    <UptimeSection
      id="incidents"
      title={t('uptime.incidents.title')}
      route="GET /uptime/incidents"
      query={{ limit: incidentsOnPage }}
      height={320}
      description={t('uptime.incidents.description')}
      emptyText={({ incidents }) => emptyText(incidents, observed, t)}
      fileOf={() => incidentFile(api)}
    >
      {first => <IncidentList first={first} timeZone={timeZone} />}
    </UptimeSection>
  );
}

function emptyText(
  incidents: UptimeIncidents['incidents'],
  observed: boolean,
  t: Translate,
): string | undefined {
  if (incidents.length > 0) {
    return undefined;
  }
  return observed ? t('uptime.incidents.empty') : t('uptime.notObserved');
}

function IncidentList(props: { first: UptimeIncidents; timeZone: string }) {
  const { first, timeZone } = props;
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const more = usePages(first, cursor =>
    api.request('GET /uptime/incidents', {
      query: { limit: incidentsOnPage, cursor },
    }),
  );
  const incidents = more.pages.flatMap(page => page.incidents);
  return (
    <>
      <DataTable
        name={t('uptime.incidents.tableName')}
        columns={incidentColumns(timeZone, language)}
        rows={incidents}
        rowKey={({ from }) => from}
        inOnePage
      />
      <ShowMore subject={t('uptime.incidents.more')} more={more} />
      <CauseMeanings incidents={incidents} />
    </>
  );
}
