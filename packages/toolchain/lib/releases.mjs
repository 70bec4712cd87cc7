import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import ts from 'typescript';
import { once } from './download.mjs';
import { ensurePacked, plugins, unpack } from './pack.mjs';
import { inProject, inToolchain } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { row } from './results.mjs';
import { complain, say, UserError } from './say.mjs';
import { yarnEnvironment } from './setup.mjs';

/** Supported releases of Backstage, with their packages. */
export const releases = JSON.parse(
  readFileSync(inProject('packages/toolchain/releases.json'), 'utf8'),
);

/** Packages besides Backstage that our types refer to. */
const others = {
  '@types/node': '^22',
  '@types/react': '^18',
  react: '^18',
  'react-dom': '^18',
  'react-router-dom': '^6.30.2',
  zod: '^4.1.0',
};

/**
 * The options of create-app, except that declarations of packages are checked.
 */
const portalOptions = {
  declaration: true,
  esModuleInterop: true,
  isolatedModules: true,
  jsx: 'react-jsx',
  lib: ['DOM', 'DOM.Iterable', 'ES2023'],
  module: 'ES2020',
  moduleResolution: 'bundler',
  noEmit: true,
  skipLibCheck: false,
  strict: true,
  target: 'ES2022',
  types: ['node', 'react'],
};

/**
 * Compiles the packed types, and a small use of each package, against the
 * packages of each supported release.
 */
export async function testReleases(environment) {
  await ensurePacked(environment);
  let failed = 0;
  let passed = 0;
  for (const [release, versions] of Object.entries(releases)) {
    const directory = await install(release, versions, environment);
    for (const { file, name } of plugins()) {
      await unpack(file, join(directory, 'node_modules', name), environment);
    }
    const complaints = [...refusals(versions), ...compile(directory)];
    for (const complaint of complaints) {
      complain(`Backstage ${release}: ${complaint}`);
    }
    say(`Backstage ${release}: ${complaints.length || 'no'} errors`);
    failed += complaints.length > 0 ? 1 : 0;
    passed += complaints.length > 0 ? 0 : 1;
  }
  return {
    code: failed > 0 ? 1 : 0,
    rows: [row('releases', { passed, failed })],
  };
}

/**
 * Version ranges of ours that exclude the version of a release, so that a
 * portal would get a second copy of the package.
 */
export function refusals(versions) {
  return plugins().flatMap(({ name, manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })
      .filter(([dependency]) => dependency.startsWith('@backstage/'))
      .flatMap(([dependency, range]) => {
        const version = versions[dependency];
        if (!version) {
          return [`${dependency} of ${name} is not in releases.json`];
        }
        return semver.satisfies(version, range)
          ? []
          : [`${name} asks for ${dependency} ${range}, it is ${version}`];
      }),
  );
}

/** Installs the packages of a release that types are taken from. */
async function install(release, versions, environment) {
  const directory = inToolchain('releases', release);
  const wanted = importedPackages();
  const chosen = Object.entries(versions).filter(([name]) => wanted.has(name));
  const dependencies = { ...Object.fromEntries(chosen), ...others };
  const manifest = JSON.stringify({
    name: 'portal',
    private: true,
    dependencies,
    // Regardless of the ranges of the packages themselves.
    resolutions: dependencies,
  });
  const fingerprint = createHash('sha256').update(manifest).digest('hex');
  await once(
    join(directory, '.installed'),
    () => fingerprint,
    async () => {
      say(`Fetching packages of Backstage ${release} (once)`);
      rmSync(directory, { recursive: true, force: true });
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, 'package.json'), manifest);
      writeFileSync(join(directory, '.yarnrc.yml'), 'nodeLinker: node-modules');
      // Without its own lockfile, it would belong to the surrounding project.
      writeFileSync(join(directory, 'yarn.lock'), '');
      await yarnInstall(directory, environment);
    },
  );
  return directory;
}

async function yarnInstall(directory, environment) {
  const options = ['--mode=skip-build', '--no-immutable'];
  const { code } = await runProcess('yarn', ['install', ...options], {
    cwd: directory,
    env: { ...yarnEnvironment(environment), YARN_ENABLE_TELEMETRY: '0' },
  });
  if (code !== 0) {
    throw new UserError('`yarn install` failed; its messages are above.');
  }
}

/** Packages that our types, or the uses of them, import. */
function importedPackages() {
  const files = [...useFiles(), ...plugins().flatMap(declarations)];
  return new Set(files.flatMap(packagesIn));
}

function packagesIn(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter(name => name.startsWith('@backstage/'))
    .map(name => name.split('/').slice(0, 2).join('/'));
}

function declarations({ directory }) {
  return filesIn(join(directory, 'dist')).filter(file =>
    file.endsWith('.d.ts'),
  );
}

function useFiles() {
  return filesIn(inProject('packages/toolchain/uses'));
}

function filesIn(directory) {
  return readdirSync(directory).map(name => join(directory, name));
}

/** Compile errors in our declarations and uses. Others are ignored. */
function compile(directory) {
  const modules = join(directory, 'node_modules');
  const ours = plugins().flatMap(({ name }) =>
    declarations({ directory: join(modules, name) }),
  );
  // Copied to where the packages of the release are resolved.
  const uses = useFiles().map(file => copyInto(directory, file));
  const program = ts.createProgram([...uses, ...ours], {
    ...ts.convertCompilerOptionsFromJson(portalOptions, directory).options,
    typeRoots: [join(modules, '@types')],
  });
  const judged = file =>
    [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...(file.isDeclarationFile
        ? []
        : program.getDeclarationDiagnostics(file)),
    ].map(describe);
  return [...uses, ...ours].flatMap(name =>
    judged(program.getSourceFile(name)),
  );
}

function copyInto(directory, file) {
  const copy = join(directory, file.split('/').at(-1));
  writeFileSync(copy, readFileSync(file));
  return copy;
}

function describe({ file, start, messageText, code }) {
  const { line } = file.getLineAndCharacterOfPosition(start);
  const place = file.fileName.split('/').slice(-3).join('/');
  const text = ts.flattenDiagnosticMessageText(messageText, '\n');
  return `${place}:${line + 1} TS${code}: ${text}`;
}
