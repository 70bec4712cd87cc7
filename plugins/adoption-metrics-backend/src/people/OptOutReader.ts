import { shownOptOuts } from 'backstage-plugin-adoption-metrics-common';
import { SampleStore } from '../samples';
import { Day, startOfPeriod } from '../time';

/** The dimension of active users with the number of people who opted out. */
export const OPTED_OUT = 'opted-out';

/** Four weeks may be closed up to another four weeks later. */
const LOOKBACK_DAYS = 56;

/**
 * Reads how many people have opted out. For privacy, the number only changes
 * with every four-week period, and is not shown if it is small.
 */
export class OptOutReader {
  constructor(private readonly samples: SampleStore) {}

  /** @returns null for fewer than five */
  async read(today: Day): Promise<number | null> {
    const present = startOfPeriod(today, 'four-weeks');
    const counted = await this.samples.history({
      metric: 'active-users',
      dimension: OPTED_OUT,
      days: { from: present - LOOKBACK_DAYS, to: present },
    });
    return shownOptOuts(counted.at(-1)?.numerator);
  }
}
