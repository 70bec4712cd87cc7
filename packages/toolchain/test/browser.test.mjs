import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  browserVariable,
  namedBrowser,
  systemBrowser,
} from '../lib/browser.mjs';

function machine(environment, existing) {
  return { environment, isExecutable: path => existing.includes(path) };
}

test('the browser that the environment names is taken', () => {
  const path = '/opt/browser';
  assert.equal(
    namedBrowser(machine({ [browserVariable]: path }, [path])),
    path,
  );
  assert.equal(namedBrowser(machine({}, [path])), undefined);
});

test('a named browser that does not exist is an error, not a second choice', () => {
  assert.throws(
    () => namedBrowser(machine({ [browserVariable]: '/opt/browser' }, [])),
    /PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH names no program: \/opt\/browser/,
  );
});

test('Chromium comes before Chrome, wherever they are on the PATH', () => {
  const environment = { PATH: '/first:/second' };
  const chrome = '/first/google-chrome';
  const chromium = '/second/chromium';
  assert.equal(
    systemBrowser(machine(environment, [chrome, chromium])),
    chromium,
  );
  assert.equal(systemBrowser(machine(environment, [chrome])), chrome);
  assert.equal(systemBrowser(machine(environment, [])), undefined);
});
