import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../../time';

/** What is measured and the decision needs; undefined while unknown. */
export interface Facts {
  /** In ms UTC. */
  at: number;
  today: Day;
  metrics: Metric[];
  developers?: number;
  /** People active in the window of the headline. */
  active?: number;
  activeShare?: number;
  catalogEntities?: number;
  /** Share of catalog entities with an owner whom the catalog knows. */
  ownedShare?: number;
  /** Plugins beside the built-in ones that were used in 28 days. */
  usedPlugins?: string[];
  /** Plugins beside the built-in ones that are installed. */
  installedPlugins?: string[];
  /** Since the launch that is configured, or the first day with activity. */
  monthsSinceLaunch?: number;
}

/** Reads what is measured now. */
export interface FactsReader {
  read(): Promise<Facts>;
}
