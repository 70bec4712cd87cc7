import type { RecommendedAction } from 'backstage-plugin-adoption-metrics-common';
import { pageRouteRefs } from '../routes';
import { dataHealthId } from './anchors';
import { usePageLink } from './usePageLink';

/** Where something recommended is done. */
export function useActionLink(
  page: RecommendedAction['page'],
): string | undefined {
  return usePageLink(
    pageRouteRefs[page],
    page === 'settings' ? dataHealthId : undefined,
  );
}
