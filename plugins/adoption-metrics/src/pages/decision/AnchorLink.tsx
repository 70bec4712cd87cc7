import type { ReactNode } from 'react';
import styles from './DecisionTab.module.css';

/**
 * Leads to another section of the page. Not the app's link, which leaves the
 * page where it is scrolled to.
 */
export function AnchorLink(props: { id: string; children: ReactNode }) {
  return (
    <a className={styles.anchor} href={`#${props.id}`}>
      {props.children}
    </a>
  );
}
