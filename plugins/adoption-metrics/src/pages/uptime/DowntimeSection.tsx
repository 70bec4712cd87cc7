import { useApi } from '@backstage/frontend-plugin-api';
import {
  LONGEST_RESTART_SECONDS,
  type QueryOf,
  type UptimeIncidents,
} from 'backstage-plugin-adoption-metrics-common';
import { adoptionMetricsApiRef } from '../../api';
import { usePages } from '../../api/usePages';
import { DataTable } from '../../ui/table';
import { ShowMore } from '../../ui/ShowMore';
import { CauseMeanings } from './CauseMeanings';
import { incidentColumns } from './incidentColumns';
import { incidentFile } from './incidentFile';
import { UptimeSection } from './UptimeSection';
import { useLanguage } from '../../ui/format';

const rowsOnPage = 20;

type DowntimeQuery = QueryOf<'GET /uptime/incidents'>;

interface DowntimeSectionProps {
  kind: NonNullable<DowntimeQuery['kind']>;
  /** The range of which it is listed. */
  query: Pick<DowntimeQuery, 'from' | 'to'>;
  /** Whether anything is known about uptime at all. */
  observed: boolean;
  timeZone: string;
}

const sections = { incident: 'incidents', restart: 'restarts' } as const;

/** Each time down of a kind: when, how long, and what is known of why. */
export function DowntimeSection(props: DowntimeSectionProps) {
  const { kind, observed, timeZone } = props;
  const { t, format } = useLanguage();

  const api = useApi(adoptionMetricsApiRef);
  const id = sections[kind];
  const query = { ...props.query, kind };
  const nothing = observed ? t(`uptime.${id}.empty`) : t('uptime.notObserved');
  return (
    <UptimeSection
      id={id}
      title={t(`uptime.${id}.title`)}
      route="GET /uptime/incidents"
      query={{ ...query, limit: rowsOnPage }}
      height={kind === 'incident' ? 320 : 100}
      description={
        kind === 'incident'
          ? t('uptime.incidents.description')
          : t('uptime.restarts.description', {
              duration: format.duration(LONGEST_RESTART_SECONDS),
            })
      }
      emptyText={({ incidents }) =>
        incidents.length === 0 ? nothing : undefined
      }
      fileOf={() => incidentFile(api, query)}
    >
      {first => (
        <DowntimeList
          // Pages belong to the first one.
          key={JSON.stringify(query)}
          first={first}
          query={query}
          timeZone={timeZone}
        />
      )}
    </UptimeSection>
  );
}

interface DowntimeListProps {
  first: UptimeIncidents;
  query: DowntimeQuery & Pick<DowntimeSectionProps, 'kind'>;
  timeZone: string;
}

function DowntimeList(props: DowntimeListProps) {
  const { first, query, timeZone } = props;
  const language = useLanguage();
  const { t } = language;

  const api = useApi(adoptionMetricsApiRef);
  const more = usePages(first, cursor =>
    api.request('GET /uptime/incidents', {
      query: { ...query, limit: rowsOnPage, cursor },
    }),
  );
  const incidents = more.pages.flatMap(page => page.incidents);
  const id = sections[query.kind];
  return (
    <>
      <DataTable
        name={t(`uptime.${id}.tableName`)}
        columns={incidentColumns(timeZone, language)}
        rows={incidents}
        rowKey={({ from }) => from}
        inOnePage
      />
      <ShowMore subject={t(`uptime.${id}.more`)} more={more} />
      <CauseMeanings incidents={incidents} />
    </>
  );
}
