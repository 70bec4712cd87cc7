import { useEffect } from 'react';
import { usePageLink } from '../ui/usePageLink';
import styles from './TabInView.module.css';
import type { Tab } from './tabs';

/**
 * Lets the tabs scroll where they are wider than the screen, so that the page
 * does not, and brings the chosen one into view. The tabs are the app's, which
 * does neither.
 */
export function TabInView(props: { tab: Tab }) {
  const link = usePageLink(props.tab.routeRef);
  useEffect(() => {
    // They are drawn a moment after the page.
    const drawn = requestAnimationFrame(() =>
      tabTo(link)?.scrollIntoView?.({ inline: 'center', block: 'nearest' }),
    );
    return () => cancelAnimationFrame(drawn);
  }, [link]);
  return <span className={styles.marker} hidden />;
}

function tabTo(link: string | undefined): Element | undefined {
  const all = [...document.querySelectorAll('[role="tab"]')];
  return all.find(tab => tab.getAttribute('href') === link);
}
