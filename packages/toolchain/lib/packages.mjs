import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { inProject, inToolchain, rootDirectory } from './paths.mjs';
import { ensurePacked, plugins } from './pack.mjs';
import { runProcess } from './processes.mjs';
import { row } from './results.mjs';
import { complain } from './say.mjs';

// Every entry has its types last, and a single declaration file for all module
// kinds.
const everywhere = {
  publint: ['EXPORTS_TYPES_SHOULD_BE_FIRST', 'TYPES_NOT_EXPORTED'],
  attw: ['FallbackCondition'],
};

// ES modules are named `.esm.js`, which Node.js does not treat as ES modules.
const withEsModules = {
  publint: [...everywhere.publint, 'FILE_INVALID_FORMAT'],
  attw: [...everywhere.attw, 'UnexpectedModuleSyntax'],
};

/**
 * Accepted findings of publint and attw, which are caused by Backstage's CLI.
 * The stage fails if a package of Backstage itself does not have them as well.
 */
export const accepted = {
  'frontend-plugin': {
    // The default export of an entry states which Backstage feature it is.
    publint: [...withEsModules.publint, 'EXPORTS_VALUE_INVALID'],
    attw: withEsModules.attw,
    like: '@backstage/plugin-home',
  },
  'backend-plugin': {
    // As above; also, a feature is the default export of a CommonJS module.
    publint: [
      ...everywhere.publint,
      'EXPORTS_VALUE_INVALID',
      'CJS_WITH_ESMODULE_DEFAULT_EXPORT',
    ],
    attw: [...everywhere.attw, 'CJSOnlyExportsDefault'],
    like: '@backstage/plugin-catalog-backend',
  },
  'common-library': { ...withEsModules, like: '@backstage/catalog-model' },
  'node-library': { ...everywhere, like: '@backstage/plugin-catalog-node' },
};

const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/index.d.ts'];
const unwanted = /\.map$|^(src|dev)\/|__\w+__|\.test\.|setupTests/;

/** Packs the plugins, and tests the published files. */
export async function testPackages(environment) {
  await ensurePacked(environment);
  let failed = 0;
  for (const plugin of plugins()) {
    const complaints = await judge(plugin, environment);
    for (const complaint of complaints) {
      complain(`${plugin.name}: ${complaint}`);
    }
    failed += complaints.length > 0 ? 1 : 0;
  }
  const others = [testApiReports, testTypeDependencies];
  for (const other of others) {
    failed += (await other(environment)) ? 0 : 1;
  }
  const passed = plugins().length + others.length - failed;
  return {
    code: failed > 0 ? 1 : 0,
    rows: [row('packages', { passed, failed })],
  };
}

/**
 * Whether the API reports are up to date. Only compares words, because the
 * order in which TypeScript writes unions and keys depends on what else was
 * compiled. Updates reports that differ.
 */
async function testApiReports(environment) {
  const before = apiReports();
  const done = await repoTools(environment, [
    'api-reports',
    ...apiReportArguments(),
  ]);
  const changed = Object.entries(apiReports()).filter(
    ([file, text]) => wordsOf(text) !== wordsOf(before[file] ?? ''),
  );
  for (const [file, text] of Object.entries(before)) {
    if (changed.every(([name]) => name !== file)) {
      writeFileSync(file, text);
    }
  }
  for (const [file] of changed) {
    complain(
      `${file} has changed: what is published is another. Commit it, if that is meant; 'yarn build:api-reports' writes it, too.`,
    );
  }
  return done && changed.length === 0;
}

function apiReports() {
  const files = plugins().flatMap(({ directory }) =>
    readdirSync(directory)
      .filter(name => name.endsWith('.api.md'))
      .map(name => join(directory, name)),
  );
  return Object.fromEntries(
    files.map(file => [file, readFileSync(file, 'utf8')]),
  );
}

function wordsOf(text) {
  return text
    .split(/[^\w'@/-]+/)
    .sort()
    .join(' ');
}

async function testTypeDependencies(environment) {
  return await repoTools(environment, ['type-deps']);
}

async function repoTools(env, args) {
  const options = { cwd: rootDirectory, env };
  const { code } = await runProcess('backstage-repo-tools', args, options);
  return code === 0;
}

/** Arguments of `yarn build:api-reports`, so that both produce the same. */
function apiReportArguments() {
  const { scripts } = JSON.parse(
    readFileSync(inProject('package.json'), 'utf8'),
  );
  const [, args] = scripts['build:api-reports'].split(' api-reports ');
  return args.split(' ').map(argument => argument.replaceAll("'", ''));
}

async function judge({ file, manifest }, environment) {
  const { like, ...rules } = accepted[manifest.backstage.role];
  const theirs = packBackstage(like, environment);
  const complaints = misplaced(file);
  for (const [tool, findings] of Object.entries({
    publint: byPublint,
    attw: byAttw,
  })) {
    const ours = await findings(file, environment);
    const known = new Set((await findings(theirs, environment)).map(codeOf));
    const met = new Set(ours.map(codeOf));
    complaints.push(
      ...ours
        .filter(({ code }) => !rules[tool].includes(code))
        .map(({ code, text }) => `${tool}: ${code}: ${text}`),
      ...rules[tool]
        .filter(code => !known.has(code))
        .map(code => `${tool}: ${code} is accepted, but ${like} is free of it`),
      ...rules[tool]
        .filter(code => !met.has(code))
        .map(code => `${tool}: ${code} is accepted, but does not occur`),
    );
  }
  return [...new Set(complaints)];
}

function codeOf({ code }) {
  return code;
}

/** Files that are missing in a package, or should not be there. */
function misplaced(file) {
  const options = { encoding: 'utf8' };
  const files = execFileSync('tar', ['-tzf', file], options)
    .split('\n')
    .map(name => name.replace(/^package\//, ''));
  return [
    ...expected.filter(name => !files.includes(name)).map(n => `lacks ${n}`),
    ...files.filter(name => unwanted.test(name)).map(n => `contains ${n}`),
  ];
}

async function byPublint(file) {
  const { buffer } = new Uint8Array(readFileSync(file));
  const { messages, pkg } = await publint({
    pack: { tarball: buffer },
    level: 'warning',
    strict: true,
  });
  return messages.map(message => ({
    code: message.code,
    text: formatMessage(message, pkg, { color: false }),
  }));
}

function byAttw(file, env) {
  const { analysis } = JSON.parse(attw(file, env));
  return analysis.problems.map(problem => ({
    code: problem.kind,
    text: JSON.stringify(problem),
  }));
}

/** Exits with an error if it finds anything; findings are judged here. */
function attw(file, env) {
  const options = { env, encoding: 'utf8', maxBuffer: 2 ** 26 };
  try {
    return execFileSync('attw', [file, '--format', 'json'], options);
  } catch (error) {
    return error.stdout;
  }
}

/** Packs an installed package of Backstage. */
function packBackstage(name, env) {
  const folder = inToolchain('reports', 'backstage');
  mkdirSync(folder, { recursive: true });
  const options = ['--ignore-scripts', '--pack-destination', folder, '--json'];
  const source = inProject('node_modules', name);
  const answer = execFileSync('npm', ['pack', source, ...options], {
    env,
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(answer);
  return join(
    folder,
    readdirSync(folder).find(entry => entry === filename),
  );
}
