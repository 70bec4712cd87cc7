import { spawnSync } from 'node:child_process';
import { npmCommand } from './caller.mjs';
import { rootDirectory } from './paths.mjs';
import { UserError } from './say.mjs';

const keys = ['registry', 'cafile', 'https-proxy', 'proxy', 'strict-ssl'];

/** The user's npm settings that decide where packages come from. */
export function readNpmSettings(environment = process.env) {
  const [command, ...first] = npmCommand(environment);
  const result = spawnSync(command, [...first, 'config', 'get', ...keys], {
    // Inside a workspace npm refuses to show its configuration.
    cwd: rootDirectory,
    env: environment,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new UserError(
      `npm could not read its configuration: ${result.error ?? result.stderr}`,
    );
  }
  return parseNpmSettings(result.stdout);
}

/** `npm config get` prints one `key=value` a line and `null` for what is unset. */
export function parseNpmSettings(text) {
  const settings = {};
  for (const line of text.split('\n')) {
    const [, key, value] = /^([\w-]+)=(.*)$/.exec(line.trim()) ?? [];
    if (keys.includes(key) && value !== '' && value !== 'null') {
      settings[key] = value;
    }
  }
  return settings;
}

/**
 * The same settings for Yarn, which reads none of npm's. What the user set for
 * Yarn in the environment wins.
 */
export function yarnEnvironment(settings, environment = {}) {
  const registry = settings.registry && new URL(settings.registry);
  const wanted = {
    YARN_NPM_REGISTRY_SERVER: registry?.href,
    YARN_UNSAFE_HTTP_WHITELIST:
      registry?.protocol === 'http:' ? registry.hostname : undefined,
    YARN_HTTPS_CA_FILE_PATH: settings.cafile,
    YARN_HTTPS_PROXY: settings['https-proxy'],
    YARN_HTTP_PROXY: settings.proxy,
    YARN_ENABLE_STRICT_SSL:
      settings['strict-ssl'] === 'false' ? 'false' : undefined,
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && environment[key] === undefined,
    ),
  );
}
