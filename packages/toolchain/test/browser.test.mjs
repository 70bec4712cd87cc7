import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import {
  browserVariable,
  namedBrowser,
  systemBrowser,
} from '../lib/browser.mjs';

let first;
let second;
let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'browser-'));
  [first, second] = ['first', 'second'].map(name => join(root, name));
  mkdirSync(first);
  mkdirSync(second);
});
afterEach(() => rmSync(root, { recursive: true }));

function makeProgram(directory, name) {
  const path = join(directory, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

test('the browser that the environment names is taken', () => {
  const path = makeProgram(first, 'browser');
  assert.equal(namedBrowser({ [browserVariable]: path, PATH: '' }), path);
  assert.equal(namedBrowser({ PATH: first }), undefined);
});

test('a named browser that does not exist is an error, not a second choice', () => {
  assert.throws(
    () => namedBrowser({ [browserVariable]: '/opt/browser', PATH: first }),
    /PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH names no program: \/opt\/browser/,
  );
});

test('a file that cannot be run is no browser', () => {
  chmodSync(makeProgram(first, 'chromium'), 0o644);
  const path = makeProgram(second, 'chromium');
  const environment = { PATH: [first, second].join(delimiter) };
  assert.equal(systemBrowser(environment), path);
});

test('Chromium comes before Chrome, wherever they are on the PATH', () => {
  const environment = { PATH: [first, second].join(delimiter) };
  const chrome = makeProgram(first, 'google-chrome');
  assert.equal(systemBrowser(environment), chrome);
  const chromium = makeProgram(second, 'chromium');
  assert.equal(systemBrowser(environment), chromium);
});

test(
  'without a browser there is none',
  { skip: process.platform === 'darwin' },
  () => {
    assert.equal(systemBrowser({ PATH: first }), undefined);
  },
);
