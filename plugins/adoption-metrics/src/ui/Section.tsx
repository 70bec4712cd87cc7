import { Container, Skeleton } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import { Guard } from './Guard';
import { PrintedOn } from './PrintedOn';
import { Surface } from './Surface';
import paper from './Paper.module.css';
import styles from './Section.module.css';

interface SectionProps {
  title: string;
  /** Makes the section a link target. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The column below a page header. */
export function PageContent(props: { children: ReactNode }) {
  return (
    <Container>
      <main className={`${styles.content} ${paper.paper}`}>
        <PrintedOn />
        {props.children}
      </main>
    </Container>
  );
}

/** A titled card of a page. */
export function Section(props: SectionProps) {
  const { title, id, actions, children } = props;
  const titleId = useId();
  return (
    <Surface>
      <section id={id} aria-labelledby={titleId}>
        <div className={styles.header}>
          <h3 id={titleId} className={styles.title}>
            {title}
          </h3>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        <div className={styles.body}>
          <Guard>{children}</Guard>
        </div>
      </section>
    </Surface>
  );
}

/** Takes the place of a card that is still on its way. */
export function SectionSkeleton(props: { height: number }) {
  return (
    <Surface>
      <div className={styles.skeleton} style={{ minHeight: props.height }}>
        <Skeleton width="30%" height={20} />
        <Skeleton width="100%" className={styles.filling} />
      </div>
    </Surface>
  );
}

/** Puts a message on a card where a whole page has nothing else to show. */
export function onSurface(message: ReactNode): ReactNode {
  return <Surface>{message}</Surface>;
}
