import { TestDatabaseId } from '@backstage/backend-test-utils';
import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { DeveloperStore, PeopleStore } from '../../people';
import { ReportingZone } from '../../time';
import { activityCounter } from '../activityCounter';
import { BatchCommitter } from '../BatchCommitter';
import { SubmittedBatch } from '../SubmittedBatch';
import { ActivityStore } from '../ActivityStore';
import { EventCounter } from '../../parts/EventCounter';

/** The day of `instantOn(0)`, in any zone within half a day of UTC. */
export const DAY_0 = Date.parse('2026-03-02T00:00:00Z') / 86_400_000;

const databases = createTestDatabases();

export const testedDatabases = () => databases.eachSupportedId();

export function instantOn(day: number): number {
  return (DAY_0 + day) * 86_400_000 + 12 * 3_600_000;
}

export function interaction(
  day: number,
  pluginId = 'catalog',
  action = 'click',
): CollectedEvent {
  const at = new Date(instantOn(day)).toISOString();
  return { type: 'interaction', at, action, pluginId };
}

/** A batch of a person; every call makes another one unless given its id. */
export function batchOf(
  pseudonym: string,
  events: CollectedEvent[],
  batchId: string = crypto.randomUUID(),
): SubmittedBatch {
  const timed = events.map(event => ({ event, at: Date.parse(event.at) }));
  const receivedAt = Math.max(0, ...timed.map(({ at }) => at));
  return {
    batchId,
    pseudonym,
    receivedAt,
    events: timed,
    rejected: 0,
    faults: [],
  };
}

/** Everything between parsed batches and metrics, on a real database. */
export async function setUpIngest(
  engine: TestDatabaseId,
  counters: EventCounter[] = [activityCounter],
) {
  const knex = await databases.create(engine);
  const people = new PeopleStore(knex);
  const zone = ReportingZone.create('Europe/Berlin');
  const developers = new DeveloperStore(knex);
  return {
    knex,
    committer: new BatchCommitter({ knex, people, zone, counters }),
    activity: new ActivityStore(knex),
    /** Makes these people the developers from a day on. */
    async employ(pseudonyms: string[], day: number) {
      const ids = await people.ensureIds(pseudonyms);
      const count = { day: DAY_0 + day, excluded: 0 };
      await developers.replaceDevelopers([...ids.values()], count);
    },
  };
}

/** Days relative to `DAY_0`, as the interval `[from, to)`. */
export function days(from: number, to: number) {
  return { from: DAY_0 + from, to: DAY_0 + to };
}
