import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { adoptionMetricsApiRef, type SeriesRequest } from '../../api';
import styles from './HistorySection.module.css';

/**
 * Fetches the file itself, because a plain link would carry no credentials.
 */
export function CsvDownload(props: { request: SeriesRequest }) {
  const { request } = props;
  const api = useApi(adoptionMetricsApiRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const download = async () => {
    setPending(true);
    setError(undefined);
    try {
      saveAs(fileNameOf(request), await api.getSeriesCsv(request));
    } catch (thrown) {
      setError(toError(thrown));
    }
    setPending(false);
  };
  return (
    <>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={pending}
        onPress={download}
      >
        CSV
      </Button>
      {error && (
        <p role="alert" className={styles.failure}>
          The file could not be downloaded: {error.message}
        </p>
      )}
    </>
  );
}

function fileNameOf({ metric, granularity = 'day', from }: SeriesRequest) {
  return `${[metric, granularity, from].filter(Boolean).join('-')}.csv`;
}

function saveAs(fileName: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
