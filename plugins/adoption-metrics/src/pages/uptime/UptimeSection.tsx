import type { Report, ReportParameters, UptimeReportName } from '../../api';
import { useReport } from '../../api/useReport';
import type { CsvFile } from '../../ui/CsvDownload';
import {
  LoadedSection,
  type LoadedSectionProps,
} from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';

interface UptimeSectionProps<TName extends UptimeReportName>
  extends Omit<LoadedSectionProps<Report<TName>>, 'file'> {
  report: TName;
  parameters?: ReportParameters<TName>;
  /** The server writes no files about uptime. */
  fileOf?: (report: Report<TName>) => CsvFile;
}

/** A section that asks for its report on uptime when it comes into view. */
export function UptimeSection<TName extends UptimeReportName>(
  props: UptimeSectionProps<TName>,
) {
  const { title, id, height } = props;
  return (
    <WhenSeen title={title} id={id} height={height}>
      <SeenSection {...props} />
    </WhenSeen>
  );
}

function SeenSection<TName extends UptimeReportName>(
  props: UptimeSectionProps<TName>,
) {
  const { report, parameters, fileOf, ...section } = props;
  const loaded = useReport(report, parameters);
  const file = loaded.value && fileOf?.(loaded.value);
  return <LoadedSection {...section} loaded={loaded} file={file} />;
}
