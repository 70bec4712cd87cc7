import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startPostgres } from 'toolchain/lib/postgres.mjs';
import { Finding } from '../Trial';
import { Checks } from './Checks';
import { makeHybrid } from './hybridApp';
import { makePortal, portals } from './makePortal';
import { Newcomer } from './Newcomer';
import { PortalFolder } from './PortalFolder';
import { RunningPortal } from './RunningPortal';
import { Pages } from './steps';
import { Visitor } from './Visitor';
import { Way } from './ways';

/** Installs the plugin as the pages say, and looks at what became of it. */
export async function tryWay(
  name: string,
  way: Way,
  note: (text: string) => void,
): Promise<Finding[]> {
  const started = Date.now();
  const checks = new Checks(text => note(`${name}: ${text}`));
  const folder = await makePortal(way);
  await checks.check('the steps can be followed', () => install(folder, way));
  if (checks.failures.length === 0) {
    await Promise.all([
      lookAtCode(folder, checks),
      lookAtPortal(folder, way, checks),
    ]);
  }
  const { passed, failures } = checks;
  return [
    {
      what: `${name}: steps that work`,
      value: passed,
    },
    {
      what: `${name}: steps that fail`,
      value: failures.length,
      goal: '= 0',
      detail: failures.join('; '),
    },
    {
      what: `${name}: time from an empty folder to the first active user`,
      value: Math.round((Date.now() - started) / 1_000),
      unit: 's',
    },
  ];
}

async function install(folder: PortalFolder, way: Way): Promise<void> {
  const pages = new Pages([
    'README.md',
    'docs/install.md',
    ...(way.legacy ? ['docs/old-frontend-system.md'] : []),
  ]);
  const newcomer = new Newcomer(folder, pages);
  if (way.hybrid) {
    makeHybrid(folder);
  }
  await newcomer.addPackages();
  addBackend(newcomer, way);
  addFrontend(newcomer, way);
  newcomer.configure('settings');
  newcomer.configure('rate-limit');
  newcomer.signInAsPerson();
}

function addBackend(newcomer: Newcomer, way: Way): void {
  if (way.policy) {
    newcomer.denyByDefault();
  }
  if (way.discovery) {
    newcomer.discoverBackend();
  } else {
    newcomer.addBackend();
  }
}

function addFrontend(newcomer: Newcomer, way: Way): void {
  if (way.hybrid) {
    newcomer.addToHybridApp();
  } else if (way.legacy) {
    newcomer.addToOldApp();
  } else {
    newcomer.configure('homepage');
    if (!way.discovery) {
      newcomer.addFrontend();
    }
  }
}

async function lookAtCode(folder: PortalFolder, checks: Checks): Promise<void> {
  await checks.check('types', () => folder.run('types', 'yarn', 'tsc'));
  await checks.check('config:check --strict', () =>
    folder.run(
      'configuration',
      ...['yarn', 'backstage-cli', 'config:check', '--strict'],
    ),
  );
}

async function lookAtPortal(
  folder: PortalFolder,
  way: Way,
  checks: Checks,
): Promise<void> {
  const { path = '', postgres } = way;
  const configuration = postgres ? await postgresConfiguration() : {};
  const portal = await RunningPortal.start(folder, configuration, path);
  try {
    await checks.check('the portal starts', () => portal.untilReady());
    await visit(folder, portal, {
      checks,
      homepage: way.legacy ? '/' : '/home',
    });
  } finally {
    await portal.stop();
  }
}

async function visit(
  folder: PortalFolder,
  portal: RunningPortal,
  { checks, homepage }: { checks: Checks; homepage: string },
): Promise<void> {
  const visitor = await Visitor.arrive(portal);
  try {
    await checks.check('the card is on the homepage', () =>
      visitor.seeCard(homepage),
    );
    await visitor.screenshot(folder.path('.trial/homepage.png'));
    await checks.check('the sidebar leads to the page', () =>
      visitor.openPage(),
    );
    await checks.check('the card is on the page of an entity', () =>
      visitor.seeEntityCard(),
    );
    await checks.check('the person is counted', () => visitor.isCounted());
    await checks.check('the browser does not complain', async () =>
      expectNone(visitor.complaints()),
    );
    await checks.check('the backend does not complain', async () =>
      expectNone(complaintsIn(portal.messages())),
    );
  } finally {
    await visitor.screenshot(folder.path('.trial/last.png'));
    await visitor.leave();
  }
}

/** Warnings and errors of the plugin. */
function complaintsIn(messages: string): string[] {
  return (
    stripVTControlCharacters(messages)
      .split('\n')
      .filter(line => /\b(warn|error)\b/i.test(line))
      .filter(line => /adoption-metrics|adoptionMetrics/.test(line))
      // Backstage says it of every subscriber, for create-app leaves events out.
      .filter(line => !line.includes('events backend not found'))
  );
}

function expectNone(complaints: string[]): void {
  if (complaints.length > 0) {
    throw new Error(complaints.join('\n'));
  }
}

async function postgresConfiguration(): Promise<object> {
  const logFile = join(portals, 'postgres.txt');
  const { hostname, port, username } = new URL(
    await startPostgres({ logFile }),
  );
  return {
    backend: {
      database: {
        client: 'pg',
        pluginDivisionMode: 'schema',
        ensureSchemaExists: true,
        connection: {
          host: hostname,
          port: Number(port),
          user: username,
          database: 'postgres',
        },
      },
    },
  };
}
