import { readFileSync } from 'node:fs';
import { adoptionMetricsPermissions } from 'backstage-plugin-adoption-metrics-common';
import { inProject } from 'toolchain/lib/paths.mjs';
import { Pages, readSteps } from './steps';

const page = `
<!-- step: settings -->

\`\`\`yaml
a: 1
\`\`\`

\`\`\`yaml
not: a step
\`\`\`
`;

it('reads the blocks that are marked', () => {
  expect([...readSteps(page)]).toEqual([
    ['settings', { language: 'yaml', code: 'a: 1\n' }],
  ]);
});

it('refuses a mark without a block, and a step that is there twice', () => {
  expect(() => readSteps('<!-- step: lost -->\n\nSome words.')).toThrow(
    'no block of code follows',
  );
  expect(() => readSteps(page + page)).toThrow("'settings' is there twice");
});

it('misses a step that the pages do not have', () => {
  const pages = new Pages(['README.md']);
  expect(() => pages.code('uninstall')).toThrow("the step 'uninstall'");
});

it('names each permission in the rules for RBAC as it is', () => {
  const rules = new Pages(['docs/install.md']).code('rbac').trim().split('\n');
  const granted = rules
    .filter(line => line.startsWith('p, '))
    .map(line => line.split(', ').slice(2));
  const accepted = adoptionMetricsPermissions.map(({ name, attributes }) => [
    name,
    attributes.action,
    'allow',
  ]);
  expect(accepted).toEqual(expect.arrayContaining(granted));
});

it('explains every permission', () => {
  const text = readFileSync(inProject('docs/install.md'), 'utf8');
  for (const { name } of adoptionMetricsPermissions) {
    expect(text).toContain(`| \`${name}\``);
  }
});
