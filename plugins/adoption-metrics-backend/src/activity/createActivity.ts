import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { oldestHeldDay, SettingsStore } from '../database';
import {
  AttributeConfig,
  CatalogShapeStore,
  DeveloperStore,
  GuestVisits,
  OptOutReader,
  PeopleStore,
  Pseudonymizer,
  SecretLinker,
} from '../people';
import {
  HourlyStore,
  ImportedDays,
  RollupStore,
  SampleHistoryStore,
  SampleStore,
} from '../samples';
import { ReportingZone } from '../time';
import { ActionReporter, ActionStore, actionCounter } from './actions';
import { ActiveUsersMeasurer } from './ActiveUsersMeasurer';
import { ActiveUsersMetric } from './ActiveUsersMetric';
import { activityCounter } from './activityCounter';
import { ActivityStore } from './ActivityStore';
import {
  installedPluginsCounter,
  InstalledPluginStore,
  PluginInventoryReporter,
} from './inventory';
import { AttributeReporter } from './attributes';
import { JoiningStore } from './joining/JoiningStore';
import { checkBatches, checkOptOuts, checkReaders } from './checkReports';
import { LifecycleReporter } from './LifecycleReporter';
import { LifecycleStore } from './LifecycleStore';
import {
  activityPersonTables,
  PersonActivityStore,
} from './PersonActivityStore';
import {
  FrozenPeriodStore,
  MembershipReader,
  PeriodFreezer,
} from './publishing';
import { activityRetention } from './retention';
import { activityTimes } from './times';
import { createActivityRoutes } from './routes';
import { PilotReader } from './pilot';
import { SeriesReporter } from './SeriesReporter';
import { createSilence, SilenceService, SilenceSources } from './silence';
import { failureCounter } from './silence/failureCounter';
import { SignInNames, SignInShapeStore } from './signIns';
import { UseReporter } from './UseReporter';
import { UseStore } from './UseStore';

interface ActivityHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
  samples: SampleStore;
  rollups: RollupStore;
  history: SampleHistoryStore;
  imported: ImportedDays;
  /** Changes whenever data about closed days may have changed. */
  closedDaysState(): Promise<string>;
  hourly: HourlyStore;
  people: Pick<PeopleStore, 'admit'>;
  pseudonymize: Pseudonymizer;
  linker: Pick<SecretLinker, 'link' | 'isDone'>;
  guests: GuestVisits;
  developers: DeveloperStore;
  optOuts: OptOutReader;
  /** Data of later folders about days without reports. */
  silenceSources: SilenceSources;
  /** A configured number of developers, instead of the catalog's. */
  headCount: number | undefined;
  /** Breakdowns only show groups with at least this many people. */
  minimumGroupSize: number;
  target: Target;
  /** Fields of catalog users that active users are broken down by. */
  attributes: AttributeConfig[];
  /** Ids of this backend's plugins; undefined if unknown. */
  backendPlugins(): Promise<string[] | undefined>;
}

/** Measures active users, and reports on usage. */
export function createActivity(handles: ActivityHandles) {
  const { knex, zone, clock, samples, history, optOuts } = handles;
  const { minimumGroupSize, settings, developers, headCount } = handles;
  const activity = new ActivityStore(knex);
  const { silence, noteReader, noteFailure, flush } = createSilence({
    knex,
    zone,
    clock,
    people: handles.people,
    pseudonymize: handles.pseudonymize,
    linker: handles.linker,
    guests: handles.guests,
    activity,
    rollups: handles.rollups,
    sources: handles.silenceSources,
  });
  const signInNames = new SignInNames({
    activity,
    developers,
    shapes: new SignInShapeStore(knex),
    catalogShape: new CatalogShapeStore(settings),
  });
  const uses = new UseStore(knex);
  const periods = new FrozenPeriodStore(knex);
  const sources = { clock, zone, samples, uses, periods, minimumGroupSize };
  const use = new UseReporter(sources);
  const joining = new JoiningStore(knex);
  const people = new LifecycleReporter({ ...sources, joining });
  const series = new SeriesReporter({
    ...sources,
    attributes: handles.attributes,
  });
  const actions = new ActionStore(knex);
  const inventory = new PluginInventoryReporter({
    clock,
    zone,
    use,
    installed: new InstalledPluginStore(knex),
    minimumGroupSize,
    backendPlugins: handles.backendPlugins,
  });
  return {
    activity,
    silence,
    noteReader,
    noteFailure,
    use,
    people,
    periods,
    inventory,
    pilot: new PilotReader({ clock, zone, activity, use }),
    part: {
      routes: createActivityRoutes({
        clock,
        zone,
        use,
        people,
        series,
        inventory,
        actions: new ActionReporter({ ...sources, actions }),
        attributes: new AttributeReporter({
          ...sources,
          attributes: handles.attributes,
        }),
        closedDaysState: handles.closedDaysState,
      }),
      retention: activityRetention,
      times: activityTimes,
      personalData: {
        tables: activityPersonTables,
        activity: new PersonActivityStore(knex),
      },
      counters: [
        activityCounter,
        actionCounter,
        failureCounter,
        installedPluginsCounter,
      ],
      metric: createMetric(handles, use, {
        activity,
        silence,
        uses,
        actions,
        joining,
        periods,
        signInNames,
      }),
      diagnostics: [
        () =>
          checkBatches({
            activity,
            guests: handles.guests,
            history,
            silence,
            zone,
            now: clock.now(),
          }),
        () => checkReaders({ silence, today: zone.dayOf(clock.now()) }),
        () => checkOptOuts({ optOuts, today: zone.dayOf(clock.now()) }),
        // With a configured head count, people do not have to be in the
        // catalog.
        ...(headCount === undefined
          ? [() => signInNames.check(zone.dayOf(clock.now()))]
          : []),
      ],
      shutdown: flush,
    },
  };
}

function createMetric(
  handles: ActivityHandles,
  use: UseReporter,
  stores: {
    activity: ActivityStore;
    silence: SilenceService;
    uses: UseStore;
    actions: ActionStore;
    joining: JoiningStore;
    periods: FrozenPeriodStore;
    signInNames: SignInNames;
  },
): ActiveUsersMetric {
  const { activity, silence, uses, actions, joining } = stores;
  const { periods, signInNames } = stores;
  const { knex, zone, clock, settings, samples, hourly } = handles;
  const { developers, optOuts, headCount, target } = handles;
  const { minimumGroupSize } = handles;
  const lifecycle = new LifecycleStore(knex);
  const measurer = new ActiveUsersMeasurer({
    activity,
    uses,
    actions,
    lifecycle,
    joining,
    developers,
    samples,
    periods,
    freezer: new PeriodFreezer({
      store: periods,
      memberships: new MembershipReader(knex),
      minimumGroupSize,
      everybody: headCount !== undefined,
      attributes: handles.attributes,
    }),
    today: () => zone.dayOf(clock.now()),
    silence,
    headCount,
    minimumGroupSize,
    heldFrom: rule => oldestHeldDay(settings, [rule]),
  });
  return new ActiveUsersMetric({
    target,
    zone,
    measurer,
    activity,
    lifecycle,
    signInNames,
    developers,
    optOuts,
    samples,
    hourly,
    silence,
    imported: handles.imported,
    headCount,
    use,
  });
}
