import { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { CollectionOptions } from './collection';
import {
  ProgrammeEvaluator,
  ProgrammeKeeper,
  ProgrammeReporter,
} from './programme';
import { installationInstant } from './uptime';

export function createProgrammeKeeper({
  config,
  stores,
}: CollectionOptions): ProgrammeKeeper {
  const { programmes } = stores;
  return new ProgrammeKeeper({ programmes, configured: config.programme });
}

export function createProgrammeEvaluator({
  clock,
  stores,
}: CollectionOptions): ProgrammeEvaluator {
  const { programmes, programmeWeeks: weeks, samples } = stores;
  return new ProgrammeEvaluator({ clock, programmes, weeks, samples });
}

/**
 * @param scorecard - the four figures as they stand
 * @param channels - through which a change is told; needed for a whole report
 */
export function createProgrammeReporter(
  { clock, config, stores }: CollectionOptions,
  scorecard: () => Promise<Pick<Scorecard, 'figures'>>,
  channels: () => Promise<string[]> = async () => [],
): ProgrammeReporter {
  const { programmes, programmeWeeks: weeks } = stores;
  const { annotations, samples } = stores;
  const { zone } = config;
  return new ProgrammeReporter({
    ...{ clock, zone, programmes, weeks, annotations, samples },
    ...{ scorecard, channels },
    launchDay: async () => {
      const installed = await installationInstant(stores.settings);
      const since = installed === undefined ? installed : zone.dayOf(installed);
      return config.launchedOn ?? since;
    },
  });
}
