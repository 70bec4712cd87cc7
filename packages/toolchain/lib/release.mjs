import { plugins, runPack, runner } from './pack.mjs';
import { rootDirectory } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { say } from './say.mjs';
import { yarnEnvironment } from './setup.mjs';

/** One step of a release; the exit code. */
export async function runRelease(environment, { step }) {
  const env = yarnEnvironment(environment);
  const run = (...command) => runner(env)(rootDirectory, ...command);
  await { version, publish }[step](run, env);
  return 0;
}

/** Turns changesets into versions and changelogs, for somebody to commit. */
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
 * Publishes what npm has not. It publishes the very files that were tested, which
 * is why it is not left to Changesets; those tag what is published.
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

/** In an order in which each finds those it depends on. */
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
