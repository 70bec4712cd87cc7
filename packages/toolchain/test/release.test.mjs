import assert from 'node:assert/strict';
import { test } from 'node:test';
import semver from 'semver';
import { parseReleaseArguments } from '../lib/arguments.mjs';
import { plugins } from '../lib/pack.mjs';
import { dependenciesFirst } from '../lib/release.mjs';
import { refusals, releases } from '../lib/releases.mjs';

test('a release has two steps', () => {
  assert.deepEqual(parseReleaseArguments(['publish']), { step: 'publish' });
  assert.throws(() => parseReleaseArguments([]), /version, publish/);
  assert.throws(() => parseReleaseArguments(['tag']), /version, publish/);
});

test('a package is published after those it depends on', () => {
  const names = dependenciesFirst(plugins()).map(({ name }) => name);
  const before = (one, other) =>
    assert(names.indexOf(one) < names.indexOf(other), `${one} < ${other}`);
  assert.equal(names.length, 4);
  before(
    'backstage-plugin-adoption-metrics-common',
    'backstage-plugin-adoption-metrics-node',
  );
  before(
    'backstage-plugin-adoption-metrics-node',
    'backstage-plugin-adoption-metrics-backend',
  );
});

test('the ranges of the packages accept each supported release', () => {
  for (const versions of Object.values(releases)) {
    assert.deepEqual(refusals(versions), []);
  }
});

test('a range that leaves a release out is named', () => {
  const [oldest] = Object.values(releases);
  const versions = { ...oldest, '@backstage/errors': '1.0.0' };
  assert.match(refusals(versions).join('\n'), /@backstage\/errors \^1/);
  const { '@backstage/errors': _, ...without } = oldest;
  assert.match(refusals(without).join('\n'), /not in releases.json/);
});

test('the lists of packages are of releases one after the other', () => {
  const lists = Object.values(releases);
  for (const [index, versions] of lists.slice(1).entries()) {
    for (const [name, version] of Object.entries(versions)) {
      assert(semver.gte(version, lists[index][name]), name);
    }
  }
});
