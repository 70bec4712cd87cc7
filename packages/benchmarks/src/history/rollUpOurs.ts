import { standIn } from '../standIn';
import { PluginAtWork } from './PluginAtWork';

/** Rolls the last days up again. The backend is ready when that is done. */
export default standIn(async ({ config, database }) => {
  const plugin = await PluginAtWork.open({ config, database });
  const now = Date.now();
  plugin.setClock(now);
  const first =
    plugin.zone.dayOf(now) - config.getNumber('benchmark.rollUpDays');
  await plugin.markLate([first]);
  await plugin.rollUpDays();
});
