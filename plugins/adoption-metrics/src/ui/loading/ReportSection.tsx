import { useApi } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import type {
  AnswerOf,
  CsvRouteKey,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import {
  adoptionMetricsApiRef,
  useAnswer,
  withSignal,
  type Asked,
  type ReadKey,
} from '../../api';
import { useSeen } from './useSeen';
import type { CsvFile } from '../CsvDownload';
import { Section } from '../Section';
import {
  ContentSkeleton,
  LoadedSection,
  type LoadedSectionProps,
} from './LoadedSection';

/** A route without anything in its path, whose answer may be a table. */
export type TableKey = Exclude<ReadKey & CsvRouteKey, `${string}{${string}`>;

interface ReportSectionProps<K extends TableKey>
  extends Omit<LoadedSectionProps<AnswerOf<K>>, 'file'> {
  route: K;
  query?: QueryOf<K>;
}

/** A section that asks for its report when it comes into view. */
export function ReportSection<K extends TableKey>(
  props: ReportSectionProps<K>,
) {
  const { title, id, height } = props;
  return (
    <WhenSeen title={title} id={id} height={height}>
      <SeenSection {...props} />
    </WhenSeen>
  );
}

interface WhenSeenProps
  extends Pick<LoadedSectionProps<unknown>, 'title' | 'id' | 'height'> {
  children: ReactNode;
}

/** Keeps the place of a section until it comes into view. */
export function WhenSeen(props: WhenSeenProps) {
  const { title, id, height, children } = props;
  const [ref, seen] = useSeen();
  return (
    <div ref={ref}>
      {seen ? (
        children
      ) : (
        <Section title={title} id={id}>
          <ContentSkeleton title={title} height={height} />
        </Section>
      )}
    </div>
  );
}

function SeenSection<K extends TableKey>(props: ReportSectionProps<K>) {
  const { route, query, ...section } = props;
  const loaded = useAnswer(route, asked<K>(query));
  const file = useReportFile(route, query);
  return <LoadedSection {...section} loaded={loaded} file={file} />;
}

/** A report as a file whose name says what is in it. */
export function useReportFile<K extends TableKey>(
  route: K,
  query?: QueryOf<K>,
): CsvFile {
  const api = useApi(adoptionMetricsApiRef);
  const path = route.replace(/^GET \//, '');
  const parts = [path, ...Object.values(query ?? {})].filter(Boolean);
  return {
    name: parts.join('-').replace(/[^A-Za-z0-9.-]+/g, '-'),
    load: () => api.csv(route, ...withSignal<K>(asked<K>(query))),
  };
}

function asked<K extends TableKey>(query?: QueryOf<K>): Asked<K> {
  return { query } as unknown as Asked<K>;
}
