import { plugins, runPack, runner } from './pack.mjs';
import { rootDirectory } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { say } from './say.mjs';
import { yarnEnvironment } from './setup.mjs';

/** Runs one step of a release. Returns the exit code. */
export async function runRelease(environment, { step }) {
  const env = yarnEnvironment(environment);
  const run = (...command) => runner(env)(rootDirectory, ...command);
  await { version, publish }[step](run, env);
  return 0;
}

/** Turns changesets into versions and changelogs. */
async function version(run) {
  const changelogs = plugins().map(({ directory }) => directory);
  await run('changeset', 'version');
  await run(
    'prettier',
    '--write',
    ...changelogs.map(directory => `${directory}/CHANGELOG.md`),
  );
  await run('yarn', 'install', '--mode=update-lockfile', '--no-immutable');
}

/**
 * Publishes packages that are not on npm yet. Changesets would build them
 * again, but we publish the files that were tested; Changesets only tags them.
 */
async function publish(run, env) {
  const unpublished = [];
  for (const plugin of plugins()) {
    if (!(await isPublished(plugin.manifest, env))) {
      unpublished.push(plugin);
    }
  }
  if (unpublished.length === 0) {
    say('Every version is on npm');
    return;
  }
  await runPack(env);
  for (const { file, name } of dependenciesFirst(unpublished)) {
    say(`Publishing ${name}`);
    await run('npm', 'publish', file, '--access', 'public');
  }
  await run('changeset', 'tag');
}

async function isPublished({ name, version: wanted }, env) {
  const asked = ['view', `${name}@${wanted}`, 'version', '--silent'];
  const { code } = await runProcess('npm', asked, { env });
  return code === 0;
}

/** Sorts packages so that dependencies come first. */
export function dependenciesFirst(list) {
  if (list.length === 0) {
    return [];
  }
  const isReady = ({ manifest }) =>
    list.every(({ name }) => !(name in manifest.dependencies));
  const ready = list.filter(isReady);
  const others = list.filter(plugin => !ready.includes(plugin));
  return [...ready, ...dependenciesFirst(others)];
}
