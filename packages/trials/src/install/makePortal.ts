import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { downloadPackages } from 'toolchain/lib/download.mjs';
import { inProject } from 'toolchain/lib/paths.mjs';
import { temporaryDirectoryFor } from 'toolchain/lib/postgres.mjs';
import { runProcess } from 'toolchain/lib/processes.mjs';
import { UserError } from 'toolchain/lib/say.mjs';
import { mergeJson } from './edits';
import { releasePins } from './lock';
import { PortalFolder } from './PortalFolder';
import { versionsOf } from './releases';

/**
 * Not inside of this repository, whose packages would stand in for those that a
 * portal lacks. Each clone has its own.
 */
export const portals = join(
  temporaryDirectoryFor({}, { onDisk: true }),
  `adoption-metrics-portals-${hashOf(inProject()).slice(0, 8)}`,
);

/** The newest one, which makes portals of Backstage 1.55. */
const CREATE_APP = '0.9.2';

/** What a portal is made as, before anything of ours is in it. */
export interface Template {
  /** The old frontend system. */
  legacy: boolean;
  /** A Backstage release, such as `1.55`. */
  release: string;
}

/**
 * A portal as create-app makes it, with exact versions of Backstage's packages:
 * a range would take some of the next release, which do not fit the others. It
 * is made once and taken back to that state for every way that is tried on it.
 */
export async function makePortal({
  legacy,
  release,
}: Template): Promise<PortalFolder> {
  const versions = versionsOf(release);
  const name = `${legacy ? 'legacy' : 'new'}-${release}`;
  const folder = new PortalFolder(join(portals, name));
  const fingerprint = fingerprintOf(name, versions);
  const stamp = join(portals, `${name}.made`);
  if (readIfThere(stamp) !== fingerprint || !folder.exists('.git')) {
    rmSync(stamp, { force: true });
    await createApp(folder.root, legacy);
    if (legacy) {
      addDependencies(folder, versions);
    }
    await lockRelease(folder, versions);
    folder.commit();
    writeFileSync(stamp, fingerprint);
  }
  folder.reset();
  return folder;
}

function fingerprintOf(...made: unknown[]): string {
  const text = JSON.stringify([CREATE_APP, thirdParties(), ...made]);
  return hashOf(text);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function createApp(root: string, legacy: boolean): Promise<void> {
  const packages = await downloadPackages({
    dependencies: { '@backstage/create-app': CREATE_APP },
    title: `create-app ${CREATE_APP}`,
    folder: 'create-app',
  });
  const made = `${root}.new`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(portals, { recursive: true });
  const options = ['--skip-install', '--path', made];
  const { code } = await runProcess(
    `${packages}/node_modules/.bin/backstage-create-app`,
    legacy ? ['--legacy', ...options] : options,
    {
      // Whoever names the portal in the environment is not asked for it.
      env: { ...process.env, BACKSTAGE_APP_NAME: 'portal' },
      stdio: 'ignore',
    },
  );
  if (code !== 0) {
    throw new UserError(`create-app ended with exit code ${code}`);
  }
  replaceFolder(root, made);
}

/** What was installed in the old one stays: Yarn mends what does not fit. */
function replaceFolder(old: string, made: string): void {
  if (existsSync(`${old}/node_modules`)) {
    renameSync(`${old}/node_modules`, `${made}/node_modules`);
  }
  rmSync(old, { recursive: true, force: true });
  renameSync(made, old);
}

/** What most portals of the old template have added, and those that left it. */
function addDependencies(
  folder: PortalFolder,
  versions: Record<string, string>,
): void {
  const names = ['core-compat-api', 'frontend-defaults', 'plugin-home'];
  const dependencies = Object.fromEntries(
    names.map(name => `@backstage/${name}`).map(name => [name, versions[name]]),
  );
  folder.edit('packages/app/package.json', text =>
    mergeJson(text, JSON.stringify({ dependencies })),
  );
}

/** Makes the lock that create-app would fetch, for it cannot be had from npm. */
async function lockRelease(
  folder: PortalFolder,
  versions: Record<string, string>,
): Promise<void> {
  const manifests = ['packages/app', 'packages/backend', '.'];
  for (const manifest of manifests.map(each => `${each}/package.json`)) {
    folder.edit(manifest, text => exactly(text, versions));
  }
  folder.edit('package.json', text =>
    mergeJson(
      text,
      JSON.stringify({
        // As this repository has it on the PATH.
        packageManager: rootManifest().packageManager,
        resolutions: thirdParties(),
      }),
    ),
  );
  seedLock(folder);
  const manifest = folder.read('package.json');
  folder.write(
    'package.json',
    mergeJson(manifest, JSON.stringify({ resolutions: versions })),
  );
  await folder.run('lock', 'yarn', 'install', '--mode=update-lockfile');
  folder.write('package.json', manifest);
  const pinned = new Set(Object.keys(versions));
  folder.edit('yarn.lock', lock => releasePins(lock, pinned));
}

/** Backstage's packages as the release has them, or as the template does. */
function exactly(manifest: string, versions: Record<string, string>): string {
  return manifest.replace(
    /("(@backstage\/[^"]+)": )"\^([^"]+)"/g,
    (_, key, name, version) => `${key}"${versions[name] ?? version}"`,
  );
}

function rootManifest() {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
}

/** Of packages that the registry serves without what they need. */
function thirdParties(): Record<string, string> {
  const { resolutions } = rootManifest() as {
    resolutions: Record<string, string>;
  };
  return Object.fromEntries(
    Object.entries(resolutions).filter(
      ([name]) => !name.startsWith('@backstage/'),
    ),
  );
}

/**
 * Third parties as this repository has them, so that what they publish today
 * does not decide whether a trial passes, and most is downloaded already.
 */
function seedLock(folder: PortalFolder): void {
  const blocks = readFileSync(inProject('yarn.lock'), 'utf8').split('\n\n');
  const [head] = folder.read('yarn.lock').split('\n\n');
  const thirdParty = blocks.filter(
    block =>
      /^"?[@a-z]/.test(block) && !/^"@backstage\/|@workspace:/.test(block),
  );
  const metadata = blocks.find(block => block.startsWith('__metadata')) ?? head;
  folder.write('yarn.lock', `${[metadata, ...thirdParty].join('\n\n')}\n`);
}
