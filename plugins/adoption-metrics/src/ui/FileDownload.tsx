import { toError } from '@backstage/errors';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { reasonOf } from './loading/failures';
import { useLanguage } from './format';
import styles from './FileDownload.module.css';

interface FileDownloadProps {
  /** Of what kind the file is, such as "CSV". */
  label: string;
  fileName: string;
  load: () => Promise<Blob>;
  /** What is in it, for those who cannot see where the button stands. */
  of?: string;
}

/**
 * Fetches the file itself, because a plain link would carry no credentials.
 */
export function FileDownload(props: FileDownloadProps) {
  const { label, fileName, load, of } = props;
  const { t } = useLanguage();

  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const download = async () => {
    setPending(true);
    setError(undefined);
    try {
      saveAs(fileName, await load());
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
        {label}
        {of && (
          <VisuallyHidden> {t('common.csv.of', { title: of })}</VisuallyHidden>
        )}
      </Button>
      {error && (
        <p role="alert" className={styles.failure}>
          {t('common.csv.failed', { reason: reasonOf(error, t) })}
        </p>
      )}
    </>
  );
}

function saveAs(fileName: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
