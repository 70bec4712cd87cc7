import { Skeleton } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { Loaded } from '../../api/useLoaded';
import { CsvDownload, type CsvFile } from '../CsvDownload';
import { Loadable } from './Loadable';
import { Section } from '../Section';
import { useLanguage } from '../format';
import styles from './ReportSection.module.css';

export interface LoadedSectionProps<T> {
  title: string;
  id?: string;
  /** What the section says, in a sentence or two. */
  description?: string | ((value: T) => string);
  actions?: ReactNode;
  file?: CsvFile;
  /** Close to that of the content in pixels, so that little jumps. */
  height: number;
  /** Why there is nothing to show, for an answer that holds nothing. */
  emptyText?: (value: T) => string | undefined;
  children: (value: T) => ReactNode;
}

/** A titled card around an answer of the server, whatever became of it. */
export function LoadedSection<T>(
  props: LoadedSectionProps<T> & { loaded: Loaded<T> },
) {
  const { title, id, description, loaded, height } = props;
  const { actions, file, emptyText, children } = props;
  const nothing = loaded.value && emptyText?.(loaded.value);
  const something = loaded.value !== undefined && !nothing;
  const buttons = something && (actions || file) && (
    <>
      {actions}
      {file && <CsvDownload file={file} of={title} />}
    </>
  );
  return (
    <Section title={title} id={id} actions={buttons || undefined}>
      <Loadable
        loaded={loaded}
        subject={title}
        skeleton={<ContentSkeleton title={title} height={height} />}
      >
        {value =>
          nothing ? (
            <p className={styles.quiet}>{nothing}</p>
          ) : (
            <div className={styles.content} aria-busy={loaded.loading}>
              {description && (
                <p className={styles.quiet}>
                  {typeof description === 'string'
                    ? description
                    : description(value)}
                </p>
              )}
              {children(value)}
            </div>
          )
        }
      </Loadable>
    </Section>
  );
}

export function ContentSkeleton(props: { title: string; height: number }) {
  const { title, height } = props;
  const { t } = useLanguage();

  return (
    <div role="status" aria-label={t('common.loading', { title })}>
      <Skeleton width="100%" height={height} />
    </div>
  );
}
