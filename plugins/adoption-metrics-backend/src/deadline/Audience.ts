import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';

/** Who is notified when the state of the deadline changes, or why nobody is. */
export type Audience = Pick<
  DeadlineReport,
  'channels' | 'configuredRecipients' | 'nobodyNotified'
>;
