import { FileDownload } from './FileDownload';
import { useLanguage } from './format';

export interface CsvFile {
  /** Without its ending. */
  name: string;
  load: () => Promise<Blob>;
}

/** A table as a file for spreadsheets. */
export function CsvDownload(props: { file: CsvFile; of?: string }) {
  const { file, of } = props;
  const { t } = useLanguage();

  return (
    <FileDownload
      label={t('common.csv.label')}
      fileName={`${file.name}.csv`}
      load={file.load}
      of={of}
    />
  );
}
