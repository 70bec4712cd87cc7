import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCalledByYarn, npmCommand } from '../lib/caller.mjs';

test('Yarn names itself in the user agent', () => {
  assert.equal(isCalledByYarn('yarn/4.18.1 npm/? node/v24.21.0'), true);
  assert.equal(isCalledByYarn('npm/11.19.1 node/v20.20.2 linux x64'), false);
});

test('a direct call needs the set-up, as one by npm does', () => {
  assert.equal(isCalledByYarn(undefined), false);
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
