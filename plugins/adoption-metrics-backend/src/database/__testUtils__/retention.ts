import { TestDatabaseId } from '@backstage/backend-test-utils';
import { ReportingZone } from '../../time';
import { oldestHeldDay, Retention } from '../retention';
import { retentionConfig } from '../retentionConfig';
import { RetentionRule } from '../RetentionRule';
import { SettingsStore } from '../SettingsStore';
import { createTestDatabases } from './testDatabases';

const databases = createTestDatabases();

export const testedDatabases = () => databases.eachSupportedId();

export const zone = ReportingZone.create('Asia/Kolkata');
export const TODAY = 20_514;
export const NOW = zone.startOf(TODAY) + 3_600_000;
export const signal = new AbortController().signal;

/** Enforces rules on a database of its own; `create` is another replica. */
export async function setUpRetention(
  engine: TestDatabaseId,
  rules: RetentionRule[],
  daysToMeasure: number[] = [TODAY],
  ...closed: Array<number | undefined>
) {
  const knex = await databases.create(engine);
  const settings = new SettingsStore(knex);
  const create = () =>
    new Retention({
      knex,
      closedDay: async () => (closed.length > 0 ? closed[0] : TODAY - 1),
      zone,
      settings,
      rules,
      periods: retentionConfig.parse({}),
      daysToMeasure: async () => daysToMeasure,
    });
  return {
    knex,
    create,
    retention: create(),
    held: (...names: string[]) => oldestHeldDay(settings, names),
    async addDays(...list: number[]) {
      const rows = list.map(day => ({ day, person_id: 1 }));
      await knex('person_days').insert(rows);
    },
    days: () => knex('person_days').orderBy('day').pluck('day'),
  };
}
