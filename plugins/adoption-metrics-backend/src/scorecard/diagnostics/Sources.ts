import { Config } from '@backstage/config';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ActivityStore } from '../../activity';
import { StalenessReporter } from '../../catalog';
import { PageLoadStore } from '../../pageLoad';
import { DeveloperStore } from '../../people';
import { ReportingZone } from '../../time';
import { HeartbeatStore } from '../../uptime';
import { SampleHistoryStore } from '../history';

/** What the checks ask. */
export interface Sources {
  clock: Clock;
  zone: ReportingZone;
  config: Config;
  activity: Pick<ActivityStore, 'lastBatchAt' | 'countOptedOut'>;
  developers: Pick<DeveloperStore, 'countOn'>;
  heartbeats: Pick<HeartbeatStore, 'during' | 'newestBeatAt'>;
  history: Pick<SampleHistoryStore, 'read'>;
  pageLoads: Pick<PageLoadStore, 'readDroppedEvents' | 'readNavigations'>;
  /** The smallest group of people of which a number is told. */
  privacyFloor: number;
  staleness: Pick<StalenessReporter, 'latest' | 'lastFailure'>;
}
