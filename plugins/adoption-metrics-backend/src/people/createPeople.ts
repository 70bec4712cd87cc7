import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SettingsStore } from '../database';
import { createCursors } from '../http';
import { Task } from '../parts';
import { SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { AttributeStore } from './AttributeStore';
import { CatalogShapeStore } from './CatalogShapeStore';
import { checkDevelopers } from './checkDevelopers';
import { createUserClassifier } from './classifyUsers';
import { AttributeConfig, DevelopersConfig } from './config';
import { DeveloperCollector } from './DeveloperCollector';
import { DeveloperPreviewer } from './DeveloperPreviewer';
import { DeveloperStore } from './DeveloperStore';
import { DeveloperTask } from './DeveloperTask';
import { checkGuests, GuestVisits } from './guests';
import { OptOutReader } from './OptOutReader';
import { OrganizationUser } from './Organization';
import { OrganizationReader } from './OrganizationReader';
import { PeopleStore } from './PeopleStore';
import { createFirstReadingCheck, FirstReadingCheck } from './plausibility';
import { createPseudonymizer } from './pseudonym';
import { ReadingFailureStore } from './ReadingFailureStore';
import { peopleRetention } from './retention';
import {
  checkSecret,
  ConfiguredSecrets,
  countFormer,
  resolveSecrets,
  SecretLinker,
} from './secrets';
import { TeamStore } from './TeamStore';
import { peopleTimes } from './times';

interface PeopleHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
  samples: SampleStore;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  developersConfig: DevelopersConfig;
  attributesConfig: AttributeConfig[];
  /** Values that fewer people share are stored without their name. */
  minimumGroupSize: number;
  privacySecrets: ConfiguredSecrets;
  /** Merges one pseudonym into another, with the data of all folders. */
  merge(identities: { from: string; into: string }): Promise<unknown>;
}

/** Determines who is a developer, in which teams, and under which pseudonym. */
export async function createPeople(handles: PeopleHandles) {
  const { knex, zone, clock, settings, catalog, auth, logger } = handles;
  const { privacySecrets, developersConfig, attributesConfig } = handles;
  const { filter, exclude, headCount } = developersConfig;
  const { secret, former, assertCurrent, dropGenerated } = await resolveSecrets(
    { configured: privacySecrets, knex, settings },
  );
  const pseudonymize = createPseudonymizer(secret);
  const linker = await SecretLinker.create({
    knex,
    logger,
    pseudonymize,
    formerly: former === undefined ? undefined : createPseudonymizer(former),
    merge: handles.merge,
    whenDone: dropGenerated,
  });
  if (privacySecrets.secret === undefined) {
    logger.info(
      'adoptionMetrics.privacy.secret is not set: pseudonyms use a generated secret that is stored in the database',
    );
  }
  const guests = new GuestVisits(settings, clock);
  const people = new PeopleStore(knex, assertCurrent);
  const developers = new DeveloperStore(knex);
  const teams = new TeamStore(knex);
  const reader = new OrganizationReader({
    catalog,
    auth,
    filter,
    attributes: attributesConfig,
  });
  const classify = createUserClassifier({ people, pseudonymize, exclude });
  const createCollector = (believesFirst?: FirstReadingCheck) =>
    new DeveloperCollector({
      people,
      developers,
      teams,
      attributes: new AttributeStore(knex),
      pseudonymize,
      classify,
      attributesConfig,
      minimumGroupSize: handles.minimumGroupSize,
      believesFirst,
    });
  const today = () => zone.dayOf(clock.now());
  const collector = createCollector(createFirstReadingCheck(settings));
  const failures = new ReadingFailureStore(settings, clock);
  const optOuts = new OptOutReader(handles.samples);
  const task = new DeveloperTask({
    reader,
    collector,
    async recognize(entityRefs) {
      await assertCurrent(knex);
      await linker.link(entityRefs);
    },
    failures,
    shapes: new CatalogShapeStore(settings),
    logger,
    today,
  });
  return {
    people,
    cursors: createCursors(secret),
    developers,
    teams,
    optOuts,
    pseudonymize,
    linker,
    assertCurrent,
    guests,
    /** Catalog users and developers, including those who opted out. */
    readUsers: async (signal: AbortSignal) => {
      const organization = await reader.read(signal);
      const classified = await classify(organization);
      const counted = [...classified.developers, ...classified.optedOut];
      return { developers: refsOf(counted), users: refsOf(organization.users) };
    },
    /**
     * Collects imported developers. Their first reading needs no confirmation.
     */
    importedDevelopers: createCollector(),
    previewer: new DeveloperPreviewer({
      clock,
      zone,
      reader,
      classify,
      developers,
      optOuts,
      headCount,
    }),
    part: {
      tasks: developerTasks(task, {
        isKnown: async () => Boolean(await developers.countOn(today())),
      }),
      retention: peopleRetention,
      times: peopleTimes,
      diagnostics: [
        () =>
          checkDevelopers({ developers, failures, headCount, today: today() }),
        () => checkGuests({ guests, zone, now: clock.now() }),
        () =>
          checkSecret({
            isConfigured: privacySecrets.secret !== undefined,
            hasFormer: former !== undefined,
            countFormer: () => countFormer(knex),
          }),
      ],
    },
  };
}

function refsOf(users: OrganizationUser[]): ReadonlySet<string> {
  return new Set(users.map(({ entityRef }) => entityRef));
}

function developerTasks(
  task: DeveloperTask,
  { isKnown }: { isKnown(): Promise<boolean> },
): Task[] {
  return [
    {
      id: 'developers',
      frequency: { minutes: 5 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 1 },
      run: signal => task.run(signal),
    },
    // The first reading needs a second one to confirm it, which should not take
    // as long as between later readings.
    {
      id: 'first-developers',
      frequency: { minutes: 1 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 15 },
      run: async signal => {
        if (!(await isKnown())) {
          await task.run(signal);
        }
      },
    },
  ];
}
