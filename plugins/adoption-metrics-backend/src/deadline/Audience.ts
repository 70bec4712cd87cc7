import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';

/** Who is notified when the deadline changes its state, or why nobody is. */
export type Audience = Pick<
  DeadlineReport,
  'channels' | 'configuredRecipients' | 'nobodyNotified'
>;
