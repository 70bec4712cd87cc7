import { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { CollectionOptions } from './collection';
import {
  ProgrammeEvaluator,
  ProgrammeKeeper,
  ProgrammeReporter,
  StandingReader,
} from './programme';
import { Day } from './time';

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

/** Tells how the programme stands now. */
export function createStandingReader({
  clock,
  config,
  stores,
}: CollectionOptions): StandingReader {
  const { programmes, programmeWeeks: weeks, annotations } = stores;
  const { zone } = config;
  return new StandingReader({ clock, zone, programmes, weeks, annotations });
}

/** What a report tells beside the programme itself. */
interface ReportedBeside {
  /** The four figures as they stand. */
  scorecard(): Promise<Pick<Scorecard, 'figures'>>;
  /** Through which a change of state is told today. */
  channels(): Promise<string[]>;
}

export function createProgrammeReporter(
  collection: CollectionOptions,
  beside: ReportedBeside,
): ProgrammeReporter {
  const { clock, config, stores } = collection;
  const { programmes, programmeWeeks: weeks, samples } = stores;
  return new ProgrammeReporter({
    ...{ clock, zone: config.zone, programmes, weeks, samples },
    ...beside,
    standing: createStandingReader(collection),
    launchDay: () => launchDayOf(collection),
  });
}

// The day of the installation would not do: most portals are older.
async function launchDayOf({
  config,
  stores,
}: CollectionOptions): Promise<Day | undefined> {
  if (config.launchedOn !== undefined) {
    return config.launchedOn;
  }
  const told = await stores.history.read();
  return told && config.zone.dayOf(told.from);
}
