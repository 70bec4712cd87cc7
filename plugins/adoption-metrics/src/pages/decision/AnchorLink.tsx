import type { ReactNode } from 'react';
import { openAnchor } from '../../ui/useAnchor';
import styles from './DecisionTab.module.css';

/**
 * Leads to another section of the page, and unfolds it. Not the app's link,
 * which leaves the page where it is scrolled to.
 */
export function AnchorLink(props: { id: string; children: ReactNode }) {
  const { id, children } = props;
  return (
    <a className={styles.anchor} href={`#${id}`} onClick={() => openAnchor(id)}>
      {children}
    </a>
  );
}
