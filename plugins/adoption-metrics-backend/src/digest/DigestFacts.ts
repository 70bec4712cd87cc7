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
  teams: TeamUse['teams'];
  plugins: PluginUse['plugins'];
  owners: CatalogOwners;
  /** The pages with the most loads. */
  pages: PageLoadRoutes;
}
