import { useApi } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import {
  adoptionMetricsApiRef,
  type CsvReportName,
  type Report,
  type ReportParameters,
} from '../../api';
import { useReport } from '../../api/useReport';
import { useSeen } from './useSeen';
import type { CsvFile } from '../CsvDownload';
import { Section } from '../Section';
import {
  ContentSkeleton,
  LoadedSection,
  type LoadedSectionProps,
} from './LoadedSection';

interface ReportSectionProps<TName extends CsvReportName>
  extends Omit<LoadedSectionProps<Report<TName>>, 'file'> {
  report: TName;
  parameters?: ReportParameters<TName>;
}

/** A section that asks for its report when it comes into view. */
export function ReportSection<TName extends CsvReportName>(
  props: ReportSectionProps<TName>,
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

function SeenSection<TName extends CsvReportName>(
  props: ReportSectionProps<TName>,
) {
  const { report, parameters, ...section } = props;
  const loaded = useReport(report, parameters);
  const file = useReportFile(report, parameters);
  return <LoadedSection {...section} loaded={loaded} file={file} />;
}

/** A report as a file whose name says what is in it. */
export function useReportFile<TName extends CsvReportName>(
  report: TName,
  parameters: ReportParameters<TName> = {},
): CsvFile {
  const api = useApi(adoptionMetricsApiRef);
  const parts = [report, ...Object.values(parameters)].filter(Boolean);
  return {
    name: parts.join('-').replace(/[^A-Za-z0-9.-]+/g, '-'),
    load: () => api.getReportCsv(report, parameters),
  };
}
