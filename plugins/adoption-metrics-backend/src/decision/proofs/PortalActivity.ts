import { Day, Interval } from '../../time';
import { Feedback } from './Proof';

/** What is known of who used which portal, this one included. */
export interface PortalActivity {
  /** Its title; undefined where no such portal is configured. */
  titleOf(portalId: string): string | undefined;
  /** The first of some half-open days on which people used it; without those who did not. */
  firstActiveDays(
    portalId: string,
    personIds: number[],
    days: Interval,
  ): Promise<Map<number, Day>>;
  /** Those of some half-open days of which activity is known, also if nobody came. */
  reportedDays(portalId: string, days: Interval): Promise<Day[]>;
  /** The feedback that was reported on some half-open days, in one. */
  feedback(portalId: string, days: Interval): Promise<Feedback | undefined>;
}
