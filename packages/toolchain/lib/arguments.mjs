import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { parseArgs } from 'node:util';
import { inProject } from './paths.mjs';
import { UserError } from './say.mjs';

/** The histories of the demo portal. The first one is the default. */
export const storyNames = ['stuck', 'failed', 'succeeded'];

/**
 * The ports in app-config.yaml, and the configuration keys that change them.
 */
export const usualPorts = { app: 3000, backend: 7007 };
export const portOptions = { app: 'port', backend: 'backend-port' };

/**
 * The stages of `npm test` and `npm run check`, in order, with their time
 * budgets in seconds, for two cores and a new clone.
 */
export const budgets = {
  test: {
    toolchain: 15,
    format: 40,
    types: 70,
    lint: 70,
    layers: 15,
    packages: 90,
    releases: 90,
    install: 150,
    unit: 630,
    trial: 45,
    journeys: 720,
  },
  check: { types: 45, lint: 45, format: 15, unit: 75 },
};

/**
 * Stages that mostly wait. `npm test` runs them in parallel with the stages
 * before them.
 */
export const sideStages = ['packages', 'releases', 'install'];

/** Time budgets for whole runs including setup, in seconds. */
export const wholeBudgets = { test: 1_840, check: 180 };

/** Time budget for the setup of a new clone, in seconds. */
export const setUpBudget = 110;

/** Raising versions, and publishing packages. */
const releaseSteps = ['version', 'publish'];

const stageNames = Object.keys(budgets.test);

export const help = `npm start [-- options]    set everything up and run the demo portal
  --story=<name>          the past of another company: ${storyNames.join(', ')};
                          '${storyNames[0]}' unless named
  --no-sample             without the sample history: only what happens here counts
  --port=<number>         where the app listens; ${usualPorts.app} unless given
  --backend-port=<number> where the backend listens; ${
    usualPorts.backend
  } unless given

npm test [-- options]     set everything up and run every test
  --only=<stage>          one of ${stageNames.join(', ')};
                          further arguments go to its tool (Jest for unit,
                          Playwright for journeys)
  <Jest arguments>        short for --only=unit, such as a path or -t 'name'

npm run check [-- options]  types, lint, format and the unit tests beside what changed
                            since main, without PostgreSQL
  --watch                 again whenever a file changes

npm run bench [-- options]  set everything up and run the benchmarks
  <name>...               only these; without a name all of them
  --json                  nothing but a line of JSON for each metric on standard
                          output (with npm run --silent bench)
  --trial                 small and short, to see that a benchmark works; its
                          results mean little

npm run pack              build the four plugins and pack them into dist-packages/,
                          as npm would get them

npm run release -- version  turn changesets into versions and changelogs
npm run release -- publish  pack, and publish the versions that npm has not; both
                          are steps of the workflow that releases

npm run trial [-- options]  set everything up and try what is lost when things break
  <name>...               only these; without a name all of them
  --list                  the names
  --pgbouncer             through pgbouncer in transaction mode
  --short                 two replicas and half a minute, to see that a trial works
  --minutes=<number>      how long the soak lasts; 30 unless given
  --only=<way>            one of the ways of the trial install
  --write                 put the tables into docs/trials.md

With Node.js 22 or 24 and Yarn 4: yarn install, yarn start, yarn test, and so on.
`;

/** The options of `start`. */
export function parseStartArguments(args) {
  const { values } = parseOptions(args, {
    story: { type: 'string' },
    'no-sample': { type: 'boolean' },
    [portOptions.app]: { type: 'string' },
    [portOptions.backend]: { type: 'string' },
  });
  const { story, 'no-sample': withoutSample = false } = values;
  if (withoutSample && story !== undefined) {
    throw new UserError('Accepted is one of --story=<name> and --no-sample');
  }
  const [usual] = storyNames;
  return {
    sample: !withoutSample,
    story: accepted('story', story ?? usual, storyNames),
    ports: chosenPorts(values),
  };
}

function chosenPorts(values) {
  const [app, backend] = ['app', 'backend'].map(use =>
    portOf(portOptions[use], values[portOptions[use]] ?? usualPorts[use]),
  );
  if (app === backend) {
    throw new UserError(
      `The app and the backend cannot both listen on port ${app}`,
    );
  }
  return { app, backend };
}

function portOf(option, given) {
  const port = /^\d+$/.test(given) ? Number(given) : 0;
  if (port < 1 || port > 65_535) {
    throw new UserError(
      `--${option} is a number from 1 to 65535, not '${given}'`,
    );
  }
  return port;
}

/**
 * The options of `test`. Only in a run without filters, missing tests are an
 * error.
 */
export function parseTestArguments([first = '', ...others]) {
  if (first === '') {
    return { whole: true, stages: stageNames, toolArguments: [] };
  }
  const [, only] = /^--only=(.*)$/.exec(first) ?? [];
  if (only === undefined) {
    return {
      whole: false,
      stages: ['unit'],
      toolArguments: [first, ...others],
    };
  }
  const stages = [accepted('stage', only, stageNames)];
  return { whole: false, stages, toolArguments: others };
}

/** The options of `check`. */
export function parseCheckArguments(args) {
  const options = { watch: { type: 'boolean', default: false } };
  return { watch: parseOptions(args, options).values.watch };
}

/** The options of `pack`, which has none. */
export function parsePackArguments(args) {
  parseOptions(args, {});
  return {};
}

/** The step of `release`. */
export function parseReleaseArguments(args) {
  const { positionals } = parseOptions(args, {}, true);
  const [step, ...others] = positionals;
  if (!releaseSteps.includes(step) || others.length > 0) {
    throw new UserError(`Accepted is one of ${releaseSteps.join(', ')}`);
  }
  return { step };
}

/** The options of `bench`. */
export function parseBenchArguments(args) {
  const { values, positionals } = parseOptions(
    args,
    {
      json: { type: 'boolean', default: false },
      trial: { type: 'boolean', default: false },
    },
    true,
  );
  const available = benchmarkNames();
  const names = positionals.map(name => accepted('benchmark', name, available));
  return {
    names: names.length > 0 ? names : available,
    json: values.json,
    trial: values.trial,
  };
}

/** The options of `trial`. */
export function parseTrialArguments(args) {
  const { values, positionals } = parseOptions(
    args,
    {
      list: { type: 'boolean', default: false },
      pgbouncer: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      only: { type: 'string' },
    },
    true,
  );
  const { minutes } = values;
  if (minutes !== undefined && !(Number(minutes) > 0)) {
    throw new UserError(`--minutes is a number above 0, not '${minutes}'`);
  }
  const available = trialNames();
  const names = positionals.map(name => accepted('trial', name, available));
  return { ...values, names: names.length > 0 ? names : available };
}

/** Every file in the folder is a benchmark. */
export function benchmarkNames() {
  return namesIn('packages/benchmarks/src/benches');
}

/** Every file in the folder is a trial. */
export function trialNames() {
  return namesIn('packages/trials/src/trials');
}

function namesIn(folder) {
  return readdirSync(inProject(folder))
    .map(file => parse(file).name)
    .sort();
}

function parseOptions(args, options, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    const names = [...Object.keys(options), 'help'].map(name => `--${name}`);
    // Node's further sentences are about positional arguments.
    const [sentence] = error.message.split('. ');
    throw new UserError(`${sentence}; accepted: ${names.join(', ')}`);
  }
}

function accepted(what, name, names) {
  if (!names.includes(name)) {
    throw new UserError(
      `Unknown ${what} '${name}'; accepted: ${names.join(', ')}`,
    );
  }
  return name;
}
