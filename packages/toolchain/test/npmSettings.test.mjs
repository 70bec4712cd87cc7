import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  parseNpmSettings,
  readNpmSettings,
  yarnEnvironment,
} from '../lib/npmSettings.mjs';

test('settings are read from what npm prints, unset ones left out', () => {
  const text =
    'registry=https://packages.example/npm/\ncafile=null\nproxy=\nstrict-ssl=true\n';
  assert.deepEqual(parseNpmSettings(text), {
    registry: 'https://packages.example/npm/',
    'strict-ssl': 'true',
  });
});

test('the real npm answers with the registry of the environment', () => {
  const settings = readNpmSettings({
    ...process.env,
    npm_config_registry: 'https://packages.example/npm/',
  });
  assert.equal(settings.registry, 'https://packages.example/npm/');
});

test('Yarn gets the registry, the certificates and the proxies', () => {
  assert.deepEqual(
    yarnEnvironment({
      registry: 'https://packages.example/npm/',
      cafile: '/etc/company.pem',
      'https-proxy': 'http://proxy.example:8080',
      'strict-ssl': 'true',
    }),
    {
      YARN_NPM_REGISTRY_SERVER: 'https://packages.example/npm/',
      YARN_HTTPS_CA_FILE_PATH: '/etc/company.pem',
      YARN_HTTPS_PROXY: 'http://proxy.example:8080',
    },
  );
});

test('a registry without TLS is allowed for its own host only', () => {
  const environment = yarnEnvironment({ registry: 'http://packages.example/' });
  assert.equal(environment.YARN_UNSAFE_HTTP_WHITELIST, 'packages.example');
});

test('what is set for Yarn itself wins', () => {
  const environment = yarnEnvironment(
    { registry: 'https://packages.example/' },
    { YARN_NPM_REGISTRY_SERVER: 'https://other.example/' },
  );
  assert.deepEqual(environment, {});
});
