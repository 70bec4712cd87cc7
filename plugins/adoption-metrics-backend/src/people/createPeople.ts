import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SettingsStore } from '../database';
import { createCursors } from '../http';
import { Task } from '../parts';
import { ReportingZone } from '../time';
import { CatalogOrganizationReader } from './CatalogOrganizationReader';
import { checkDevelopers } from './checkDevelopers';
import { checkSecret } from './checkSecret';
import { DevelopersConfig } from './config';
import { DatabaseDeveloperStore } from './DatabaseDeveloperStore';
import { DatabasePeopleStore } from './DatabasePeopleStore';
import { DatabaseTeamStore } from './DatabaseTeamStore';
import { DeveloperCollector } from './DeveloperCollector';
import { DeveloperPreviewer } from './DeveloperPreviewer';
import { DeveloperTask } from './DeveloperTask';
import { FirstReadingGuard } from './FirstReadingGuard';
import { createPseudonymizer } from './pseudonym';
import { peopleRetention } from './retention';
import { resolveSecret } from './secret';
import { DeveloperClassifier } from './DeveloperClassifier';

interface PeopleHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  developersConfig: DevelopersConfig;
  /** The configured secret behind all pseudonyms. */
  privacySecret: string | undefined;
}

/** Knows who is a developer, in which team, and under which pseudonym. */
export async function createPeople(handles: PeopleHandles) {
  const { knex, zone, clock, settings, catalog, auth, logger } = handles;
  const { privacySecret, developersConfig } = handles;
  const { filter, exclude, headCount } = developersConfig;
  const people = new DatabasePeopleStore(knex);
  const developers = new DatabaseDeveloperStore(knex);
  const teams = new DatabaseTeamStore(knex);
  const secret = await resolveSecret({ configured: privacySecret, settings });
  const pseudonymize = createPseudonymizer(secret);
  const reader = new CatalogOrganizationReader({ catalog, auth, filter });
  const classifier = new DeveloperClassifier({ people, pseudonymize, exclude });
  const createCollector = (firstReading?: FirstReadingGuard) =>
    new DeveloperCollector({
      people,
      developers,
      teams,
      pseudonymize,
      classifier,
      firstReading,
    });
  const today = () => zone.dayOf(clock.now());
  const task = new DeveloperTask({
    reader,
    collector: createCollector(new FirstReadingGuard(settings)),
    logger,
    today,
  });
  return {
    people,
    cursors: createCursors(secret),
    developers,
    teams,
    pseudonymize,
    /** Collects imported developers: their first reading is beyond doubt. */
    importedDevelopers: createCollector(),
    previewer: new DeveloperPreviewer({
      clock,
      zone,
      reader,
      classifier,
      developers,
      headCount,
    }),
    part: {
      tasks: developerTasks(task, {
        isKnown: async () => Boolean(await developers.countOn(today())),
      }),
      retention: peopleRetention,
      diagnostics: [
        () => checkDevelopers({ developers, headCount, today: today() }),
        async () => checkSecret(privacySecret !== undefined),
      ],
    },
  };
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
    // A first reading counts once a second one agrees; nobody should wait for
    // that as long as between two readings later on.
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
