import {
  Check,
  ComponentStore,
  openDatabase,
  recordInstallation,
  SettingsStore,
} from '../pluginInternals';
import { standIn } from '../standIn';
import { outagesOf, Watch } from './outages';

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;

/**
 * Records a check of every component each minute, in the code that probes run
 * through, a day of a component at a time. The backend is ready when the watch
 * is over.
 */
export default standIn(async ({ config, database }) => {
  const knex = await openDatabase(database);
  const components = new ComponentStore(knex);
  const watch = config.get<Watch>('benchmark.watch');
  const startsAt = config.getNumber('benchmark.startsAt');
  await recordInstallation(new SettingsStore(knex), startsAt);
  for (let index = 0; index < watch.components; index++) {
    const { id } = await components.define({
      name: `component-${index}`,
      source: 'probe',
      counts: false,
      silence: 10 * MINUTE_MS,
    });
    for (const checks of days(checksOf(watch, index, startsAt))) {
      await components.record(id, checks, checks.at(-1)!.at);
    }
  }
});

function checksOf(watch: Watch, component: number, startsAt: number): Check[] {
  const checks = Array.from(
    { length: watch.minutes },
    (_, minute): Check => ({ at: startsAt + minute * MINUTE_MS, state: 'up' }),
  );
  for (const { from, to } of outagesOf(watch, component)) {
    checks.slice(from, to).forEach(check => {
      check.state = 'down';
    });
  }
  return checks;
}

function* days(checks: Check[]): Iterable<Check[]> {
  for (let start = 0; start < checks.length; start += MINUTES_A_DAY) {
    yield checks.slice(start, start + MINUTES_A_DAY);
  }
}
