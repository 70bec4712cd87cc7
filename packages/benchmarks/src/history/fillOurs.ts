import { randomUUID } from 'node:crypto';
import { standIn } from '../standIn';
import { batchesOfDay, Past } from './Past';
import { PluginAtWork } from './PluginAtWork';

/** When the events of a day are counted: after them, on the same day. */
const EVENING_MS = 20 * 3_600_000;

/**
 * Lives through a past in the code that live events run through: a day is one
 * transaction, days are closed and what has expired removed once a week. The
 * backend is ready when the past is over.
 */
export default standIn(async ({ config, database }) => {
  const plugin = await PluginAtWork.open({ config, database });
  await live(plugin, config.get<Past>('benchmark.past'));
});

async function live(plugin: PluginAtWork, past: Past): Promise<void> {
  const now = Date.now();
  const today = plugin.zone.dayOf(now);
  for (let index = 0; index < past.days; index++) {
    const startsAt = plugin.zone.startOf(today - past.days + 1 + index);
    plugin.setClock(Math.min(startsAt + EVENING_MS, now));
    if (index === 0) {
      await plugin.begin(past);
    }
    const batches = batchesOfDay(past, { index, startsAt, now });
    await plugin.take(
      batches.map(batch => ({ ...batch, batchId: randomUUID() })),
    );
    if (index % 7 === 6 || index === past.days - 1) {
      await plugin.rollUpDays();
      await plugin.removeExpired();
    }
  }
}
