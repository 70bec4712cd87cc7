import { EventBatchSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { createPeople, EVENTS_PER_BATCH, takeBatches } from './batches';

const now = Date.parse('2026-03-10T12:00:00.000Z');

function take(count: number, seed = 1) {
  return takeBatches(count, { people: 100, now, seed });
}

describe('createBatches', () => {
  const batches = take(500);
  const events = batches.flatMap(batch => batch.events);

  it('makes batches that the plugin accepts', () => {
    for (const { person: _person, ...batch } of batches) {
      expect(EventBatchSchema.parse(batch)).toEqual(batch);
      expect(batch.events).toHaveLength(EVENTS_PER_BATCH);
    }
  });

  it('mixes many people, plugins and kinds of events of the last minutes', () => {
    const distinct = (values: unknown[]) => new Set(values).size;
    expect(distinct(batches.map(({ person }) => person))).toBeGreaterThan(90);
    expect(distinct(events.map(({ type }) => type))).toBe(4);
    expect(
      distinct(events.map(e => e.type === 'interaction' && e.pluginId)),
    ).toBeGreaterThan(8);
    expect(events.every(({ at }) => now - Date.parse(at) < 400_000)).toBe(true);
  });

  it('repeats itself, and never the id of a batch', () => {
    expect(take(500)).toEqual(batches);
    const ids = [...batches, ...take(500, 2)].map(({ batchId }) => batchId);
    expect(new Set(ids).size).toBe(1_000);
  });
});

describe('createPeople', () => {
  it('makes different people', () => {
    expect(new Set(createPeople(1_000)).size).toBe(1_000);
  });
});
