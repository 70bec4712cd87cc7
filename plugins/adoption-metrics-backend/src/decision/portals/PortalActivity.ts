import { THIS_PORTAL } from 'backstage-plugin-adoption-metrics-common';
import { dimensions, METRIC } from '../../activity';
import { SampleStore } from '../../samples';
import { Day, Interval } from '../../time';
import { PortalStore } from './PortalStore';
import { PortalUse } from './PortalUse';

/**
 * What people do in a portal, for those who compare portals by it. Portals are
 * known by the ids of the configuration; this one by `THIS_PORTAL`.
 */
export class PortalActivity {
  constructor(
    private readonly options: {
      use: PortalUse;
      store: PortalStore;
      samples: SampleStore;
      /** By id, this portal among them. */
      titles: ReadonlyMap<string, string>;
    },
  ) {}

  /** What a portal is called; undefined where no such portal is configured. */
  titleOf(portalId: string): string | undefined {
    return this.options.titles.get(portalId);
  }

  /**
   * The first of some days on which each of some people was active; people who
   * were not, or who opted out, are left out.
   *
   * @param days - half-open
   */
  async firstActiveDays(
    portalId: string,
    personIds: number[],
    days: Interval,
  ): Promise<Map<number, Day>> {
    const people = [...new Set(personIds)];
    const found = await this.options.use.daysOf(portalId, people, days);
    const first = new Map<number, Day>();
    for (const { personId, day } of found) {
      first.set(personId, Math.min(day, first.get(personId) ?? Infinity));
    }
    return first;
  }

  /**
   * Days of which it is known who was active, also if nobody was: those that were
   * reported, of this portal closed ones that were observed.
   */
  async reportedDays(portalId: string, days: Interval): Promise<Day[]> {
    const { store, samples } = this.options;
    if (portalId !== THIS_PORTAL) {
      return (await store.reportedDays(days)).get(portalId) ?? [];
    }
    const daily = await samples.history({
      metric: METRIC,
      dimension: dimensions.days,
      members: ['1'],
      days,
    });
    return daily.filter(({ coverage }) => coverage).map(({ day }) => day);
  }

  /** The mean of the scores that were posted with the activity, if any was. */
  feedback(
    portalId: string,
    days: Interval,
  ): Promise<{ score: number; answers: number } | undefined> {
    return this.options.store.feedback(portalId, days);
  }
}
