import {
  Digest,
  PageLoadRoutes,
  PluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { OwnersOfDay } from '../catalog';
import { DeadlineStatus } from '../deadline';
import { DayMetric } from '../scorecard';

/** What a digest is written from, all of it as of the end of one day. */
export interface DigestFacts {
  metrics: DayMetric[];
  deadlineStatus: DeadlineStatus | undefined;
  /** Published groups without groups below them. */
  teams: TeamUse['groups'];
  plugins: PluginUse['plugins'];
  /** The days of which these teams and plugins speak; null if of none. */
  moved: Digest['moved'];
  /** The same over the last four weeks that were over. */
  fourWeeks: {
    days: Digest['moved'];
    teams: TeamUse['groups'];
    plugins: PluginUse['plugins'];
  };
  /** Undefined where the catalog was not scanned on that day. */
  owners: OwnersOfDay | undefined;
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
