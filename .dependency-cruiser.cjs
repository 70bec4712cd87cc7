// Who may import whom. `npm test -- --only=layers` fails on anything else.

const backend = 'plugins/adoption-metrics-backend/src';
const frontend = 'plugins/adoption-metrics/src';

/** A folder of the backend imports only from folders that stand before it. */
const order = [
  ...[
    'time',
    'failures',
    'configuration',
    'database',
    'telemetry',
    'http',
    'samples',
    'parts',
  ],
  ...['people', 'activity', 'pageLoad', 'uptime', 'catalog', 'scorecard'],
  ...['deadline', 'alerts', 'digest', 'decision', 'history', 'actions'],
];

/** Folders of the frontend, and those from which they do not import. */
const apart = { ui: ['card', 'pages'], api: ['card', 'pages'] };

/** Opens the plugin's insides to the benchmarks, and stands beside the order. */
const internals = `${backend}/internals/`;

/** Tests may reach everything; nothing but tests may reach their helpers. */
const tests = '/__(tests|testUtils|fixtures)__/|[.]test[.]tsx?$';

function rule(name, comment, from, to) {
  const path = `^${from}`;
  return {
    name,
    comment,
    severity: 'error',
    from: { path, pathNot: tests },
    to,
  };
}

const folders = order.map((folder, index) =>
  rule(
    `${folder}-imports-upwards`,
    `'${folder}' imports only from: ${order.slice(0, index).join(', ')}`,
    `${backend}/${folder}/`,
    {
      path: `^${backend}/[^/]+/`,
      pathNot: `^${backend}/(${order.slice(0, index + 1).join('|')})/`,
    },
  ),
);

const sides = Object.entries(apart).map(([folder, others]) =>
  rule(
    `${folder}-imports-upwards`,
    `'${folder}' does not import from: ${others.join(', ')}`,
    `${frontend}/${folder}/`,
    { path: `^${frontend}/(${others.join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    rule('circle', 'Nothing imports itself', '(packages|plugins)/', {
      circular: true,
    }),
    ...folders,
    rule(
      'no-place',
      `Each folder of the backend has a place in the order`,
      `${backend}/(?!(${[...order, 'internals'].join('|')})/)[^/]+/`,
      {},
    ),
    rule(
      'top-file',
      'No folder imports a file of the top, which puts them together',
      `${backend}/(?!internals/)[^/]+/`,
      { path: `^${backend}/[^/]+$` },
    ),
    rule(
      'internals-inside',
      'What is opened to the benchmarks is nothing that the plugin uses',
      `${backend}/(?!internals/)`,
      { path: `^${internals}` },
    ),
    ...sides,
    rule(
      'page-to-page',
      'Pages do not import from one another',
      `${frontend}/pages/([^/]+)/`,
      { path: `^${frontend}/pages/[^/]+/`, pathNot: `^${frontend}/pages/$1/` },
    ),
  ],
  options: {
    includeOnly: '^(packages|plugins)/[^/]+/src/',
    tsConfig: { fileName: 'tsconfig.json' },
    // An import of a type is an import, too.
    tsPreCompilationDeps: true,
  },
};
