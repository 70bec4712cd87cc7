import type {
  AnswerOf,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer, type Asked, type ReadKey } from '../../api';
import type { CsvFile } from '../../ui/CsvDownload';
import {
  LoadedSection,
  type LoadedSectionProps,
} from '../../ui/loading/LoadedSection';
import { WhenSeen } from '../../ui/loading/ReportSection';

type UptimeKey = Extract<ReadKey, `GET /uptime${string}`>;

interface UptimeSectionProps<K extends UptimeKey>
  extends Omit<LoadedSectionProps<AnswerOf<K>>, 'file'> {
  route: K;
  query?: QueryOf<K>;
  /** What is in view as a file, where it makes sense as one. */
  fileOf?: (report: AnswerOf<K>) => CsvFile;
}

/** A section that asks for its report on uptime when it comes into view. */
export function UptimeSection<K extends UptimeKey>(
  props: UptimeSectionProps<K>,
) {
  const { title, id, height } = props;
  return (
    <WhenSeen title={title} id={id} height={height}>
      <SeenSection {...props} />
    </WhenSeen>
  );
}

function SeenSection<K extends UptimeKey>(props: UptimeSectionProps<K>) {
  const { route, query, fileOf, ...section } = props;
  const loaded = useAnswer(route, { query } as unknown as Asked<K>);
  const file = loaded.value && fileOf?.(loaded.value);
  return <LoadedSection {...section} loaded={loaded} file={file} />;
}
