import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { adoptionMetricsApiRef } from '../api';
import { mayDecide } from '../api/mayDecide';
import { decisionRouteRef } from '../routes';
import { usePageLink } from '../ui/usePageLink';
import styles from './TabInView.module.css';
import type { Tab } from './tabs';

/**
 * Lets the tabs scroll where they are wider than the screen, so that the page
 * does not, and brings the chosen one into view. Hides the tab of the decision
 * from those who may not see it. The tabs are the app's, which does none of
 * that.
 */
export function TabInView(props: { tab: Tab }) {
  const { tab } = props;
  const link = usePageLink(tab.routeRef);
  useEffect(() => {
    // They are drawn a moment after the page.
    const drawn = requestAnimationFrame(() =>
      tabTo(link)?.scrollIntoView?.({ inline: 'center', block: 'nearest' }),
    );
    return () => cancelAnimationFrame(drawn);
  }, [link]);
  useHiddenDecision(tab);
  return <span className={styles.marker} hidden />;
}

/** Whoever has come to the decision by a link sees where they are. */
function useHiddenDecision(tab: Tab) {
  const api = useApi(adoptionMetricsApiRef);
  const decision = usePageLink(decisionRouteRef);
  const isThere = tab.routeRef === decisionRouteRef;
  useEffect(() => {
    let isGone = false;
    const hide = async () => {
      if (decision && !isThere && !(await mayDecide(api)) && !isGone) {
        tabTo(decision)?.style.setProperty('display', 'none');
      }
    };
    hide();
    return () => {
      isGone = true;
    };
  }, [api, decision, isThere]);
}

function tabTo(link: string | undefined): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
  return all.find(tab => tab.getAttribute('href') === link);
}
