import { DeveloperStore } from '../people';
import { SampleStore } from '../samples';
import { Day } from '../time';
import { ActivityStore } from './ActivityStore';
import { LifecycleStore } from './LifecycleStore';
import { UseStore } from './UseStore';

/** What activity is measured from. */
export interface ActivitySources {
  activity: ActivityStore;
  uses: UseStore;
  lifecycle: LifecycleStore;
  developers: DeveloperStore;
  samples: SampleStore;
  /** A number of developers that replaces the catalog's. */
  headCount: number | undefined;
  /** The first day of which a rule of retention has left everything. */
  heldFrom(rule: 'personDays' | 'personPluginDays'): Promise<Day | undefined>;
}
