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
