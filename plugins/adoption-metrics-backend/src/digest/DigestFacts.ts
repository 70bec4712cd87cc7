import {
  CatalogOwners,
  Figure,
  PageLoadRoutes,
  PluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { DeadlineStanding } from '../programme';

/** What a digest is written from. */
export interface DigestFacts {
  figures: Figure[];
  standing: DeadlineStanding | undefined;
  teams: TeamUse['teams'];
  plugins: PluginUse['plugins'];
  owners: CatalogOwners;
  /** The pages with the most loads. */
  pages: PageLoadRoutes;
}
