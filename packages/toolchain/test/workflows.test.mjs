import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inProject } from '../lib/paths.mjs';

const folder = inProject('.github/workflows');
const workflows = readdirSync(folder).map(name => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));

for (const { name, text } of workflows) {
  test(`${name} takes actions by the hash of a commit, with its version`, () => {
    const uses = text.match(/^.*\buses:.*$/gm) ?? [];
    for (const line of uses) {
      assert.match(line, /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d/);
    }
    assert.notEqual(uses.length, 0);
  });

  test(`${name} may read the repository, and more only where it says so`, () => {
    assert.match(text, /^permissions:\n {2}contents: read\n\n/m);
  });
}

test('only the release gets an identity, for the provenance of packages', () => {
  const withIdentity = workflows.filter(({ text }) =>
    text.includes('id-token: write'),
  );
  assert.deepEqual(
    withIdentity.map(({ name }) => name),
    ['release.yml'],
  );
});
