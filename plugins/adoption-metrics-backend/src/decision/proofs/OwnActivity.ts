import { Knex } from 'knex';
import { chunked } from '../../database';
import { Day, Interval } from '../../time';
import { PortalActivity } from './PortalActivity';

/** Who used this portal; others are not known. */
export class OwnActivity implements PortalActivity {
  constructor(private readonly knex: Knex) {}

  titleOf(portalId: string): string | undefined {
    return portalId === 'this' ? 'This portal' : undefined;
  }

  async firstActiveDays(
    _portalId: string,
    personIds: number[],
    days: Interval,
  ) {
    const first = new Map<number, Day>();
    for (const chunk of chunked(personIds)) {
      const rows: Array<{ person_id: number; day: Day }> = await this.#during(
        days,
      )
        .whereIn('person_id', chunk)
        .groupBy('person_id')
        .select('person_id')
        .min({ day: 'day' });
      rows.forEach(row => first.set(row.person_id, Number(row.day)));
    }
    return first;
  }

  async reportedDays(_portalId: string, days: Interval): Promise<Day[]> {
    return this.#during(days).distinct('day').orderBy('day').pluck('day');
  }

  async feedback() {
    return undefined;
  }

  #during({ from, to }: Interval) {
    return this.knex('person_days')
      .where('day', '>=', from)
      .where('day', '<', to);
  }
}
