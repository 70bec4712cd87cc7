import {
  CatalogOwners,
  Metric,
  PageLoadRoutes,
  PluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { DeadlineStatus } from '../deadline';

/** What a digest is written from. */
export interface DigestFacts {
  metrics: Metric[];
  deadlineStatus: DeadlineStatus | undefined;
  /** Published groups without groups below them. */
  teams: TeamUse['groups'];
  plugins: PluginUse['plugins'];
  owners: CatalogOwners;
  /** The pages with the most loads. */
  pages: PageLoadRoutes;
}

/** Teams without teams below them. */
export function leavesOf<T extends { id: string; parentId: string | null }>(
  teams: T[],
): T[] {
  const parents = new Set(teams.map(({ parentId }) => parentId));
  return teams.filter(({ id }) => !parents.has(id));
}
