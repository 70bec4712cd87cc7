import { CollectionOptions } from './collection';
import { CurrentDefinitions, DayCloser, FigureSource } from './scorecard';
import { installationInstant } from './uptime';

export function createCloser(
  { clock, config, stores }: CollectionOptions,
  figures: FigureSource[],
  definitions: CurrentDefinitions,
): DayCloser {
  const { zone } = config;
  return new DayCloser({
    clock,
    zone,
    figures,
    closes: stores.closes,
    samples: stores.samples,
    definitionVersion: figure => definitions.versionOf(figure),
    firstDay: async () => {
      const installed = await installationInstant(stores.settings);
      return installed === undefined ? undefined : zone.dayOf(installed);
    },
  });
}

/** Has the days closed again that are over and hold an instant in ms UTC. */
export async function closeAgain(
  { clock, config, stores }: CollectionOptions,
  since: number,
): Promise<void> {
  const { zone } = config;
  const installed = await installationInstant(stores.settings);
  const first = zone.dayOf(Math.max(since, installed ?? since));
  const days = [];
  for (let day = first; day < zone.dayOf(clock.now()); day++) {
    days.push(day);
  }
  await stores.closes.markDirty(days);
}
