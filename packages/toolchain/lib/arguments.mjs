import { UserError } from './say.mjs';

export const stageNames = [
  'toolchain',
  'format',
  'types',
  'lint',
  'unit',
  'journeys',
];

/** The pasts the demo portal can be given; the first one unless named. */
export const storyNames = ['stuck', 'failed', 'succeeded'];

export const help = `npm start [-- options]    set everything up and run the demo portal
  --story=<name>          the past of another company: ${storyNames.join(', ')};
                          '${storyNames[0]}' unless named
  --no-sample             without the sample history: only what happens here counts

npm test [-- options]     set everything up and run every test
  --only=<stage>          one of ${stageNames.join(', ')}; further arguments
                          go to its tool (Jest for unit, Playwright for journeys)
  <Jest arguments>        short for --only=unit, such as a path or -t 'name'

npm run bench [-- options]  set everything up and run the benchmarks
  <name>...               only these; without a name all of them
  --json                  nothing but a line of JSON for each figure on standard
                          output (with npm run --silent bench)
  --trial                 small and short, to see that a benchmark works; its
                          figures mean little

With Node.js 22 or 24 and Yarn 4: yarn install, yarn start, yarn test, yarn bench.
`;

/** The options of `start`. */
export function parseStartArguments(args) {
  const sample = !args.includes('--no-sample');
  const chosen = args.filter(argument => argument !== '--no-sample');
  const stories = chosen.map(storyOf);
  if (stories.length > 1 || (stories.length === 1 && !sample)) {
    throw new UserError('Accepted is one of --story=<name> and --no-sample');
  }
  return { sample, story: stories[0] ?? storyNames[0] };
}

function storyOf(argument) {
  const story = /^--story=(.*)$/.exec(argument)?.[1];
  if (story === undefined) {
    throw new UserError(
      `Unknown option ${argument}; accepted: --story=<name>, --no-sample, --help`,
    );
  }
  if (!storyNames.includes(story)) {
    throw new UserError(
      `Unknown story '${story}' in --story; accepted: ${storyNames.join(', ')}`,
    );
  }
  return story;
}

/**
 * The options of `test`. A run is whole when nothing narrows it down; only then
 * can absent tests be told from tests that were not asked for.
 */
export function parseTestArguments(args) {
  const [first = '', ...others] = args;
  if (first === '') {
    return { whole: true, stages: stageNames, toolArguments: [] };
  }
  const only = /^--only=(.*)$/.exec(first)?.[1];
  if (only === undefined) {
    return { whole: false, stages: ['unit'], toolArguments: args };
  }
  if (!stageNames.includes(only)) {
    throw new UserError(
      `Unknown stage '${only}' in --only; accepted: ${stageNames.join(', ')}`,
    );
  }
  return { whole: false, stages: [only], toolArguments: others };
}

const benchOptions = ['--json', '--trial'];

/**
 * The options of `bench`.
 *
 * @param available - the names of all benchmarks
 */
export function parseBenchArguments(args, available) {
  const options = args.filter(argument => argument.startsWith('-'));
  const names = args.filter(argument => !argument.startsWith('-'));
  for (const option of options) {
    if (!benchOptions.includes(option)) {
      throw new UserError(
        `Unknown option ${option}; accepted: ${benchOptions.join(
          ', ',
        )}, --help`,
      );
    }
  }
  for (const name of names) {
    if (!available.includes(name)) {
      throw new UserError(
        `Unknown benchmark '${name}'; there are: ${available.join(', ')}`,
      );
    }
  }
  return {
    names: names.length > 0 ? names : available,
    json: options.includes('--json'),
    trial: options.includes('--trial'),
  };
}
