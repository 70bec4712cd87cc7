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
  /** Whether it was written down what is done after a missed deadline. */
  isDecided: boolean;
  teams: TeamUse['teams'];
  plugins: PluginUse['plugins'];
  owners: CatalogOwners;
  /** The pages with the most loads. */
  pages: PageLoadRoutes;
}
