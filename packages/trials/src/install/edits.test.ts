import {
  addFeatures,
  addToBackend,
  applyDiff,
  mergeJson,
  mergeYaml,
  replaceOnce,
} from './edits';

const configuration = `app:
  # As create-app has it
  packages: all
  extensions:
    - page:catalog:
        config:
          path: /
    - page:home:
        config:
          defaultConfig:
            - component: HomePageToolkit
              column: 4
`;

it('puts an item of an extension first into the one that is there', () => {
  const block = `app:
  extensions:
    - page:home:
        config:
          defaultConfig:
            - component: AdoptionScorecard
              column: 0
`;
  expect(mergeYaml(configuration, block)).toBe(
    configuration.replace(
      '            - component: HomePageToolkit',
      `            - component: AdoptionScorecard
              column: 0
            - component: HomePageToolkit`,
    ),
  );
});

it('adds an extension and a key that are not there', () => {
  const block = `app:
  extensions:
    - page:search: false
adoptionMetrics:
  timeZone: UTC
`;
  expect(mergeYaml(configuration, block)).toBe(
    `${configuration.replace(
      '    - page:catalog:',
      '    - page:search: false\n    - page:catalog:',
    )}adoptionMetrics:
  timeZone: UTC
`,
  );
});

it('fills an empty file', () => {
  expect(mergeYaml('', 'a: 1\n')).toBe('a: 1\n');
});

it('merges objects of JSON', () => {
  expect(
    JSON.parse(mergeJson('{"a":{"b":1},"c":[1]}', '{"a":{"d":2},"c":[2]}')),
  ).toEqual({ a: { b: 1, d: 2 }, c: [2] });
});

it('adds a line before the start of the backend', () => {
  const source = 'const backend = createBackend();\nbackend.start();\n';
  expect(addToBackend(source, "backend.add(import('x'));\n")).toBe(
    "const backend = createBackend();\nbackend.add(import('x'));\nbackend.start();\n",
  );
});

it('adds the feature that a block imports beside those of the app', () => {
  const source = `import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';

export default createApp({
  features: [homeModule],
});
`;
  const block = `import ours from 'ours';

export default createApp({
  features: [catalogPlugin, ours],
});
`;
  expect(addFeatures(source, block))
    .toBe(`import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import ours from 'ours';

export default createApp({
  features: [homeModule, ours],
});
`);
});

it('fails at what it cannot do', () => {
  expect(() => replaceOnce('a', /b/, () => 'c')).toThrow('Nothing matches');
  expect(() => addFeatures('createApp();', 'createApp();')).toThrow(
    'Nothing matches',
  );
});

it('applies each place of a diff, in whatever order', () => {
  const source = `import { a } from 'a';
const list = [
  a,
];
`;
  const diff = ` const list = [
+  b,
   a,
@@
-import { a } from 'a';
+import { a, b } from 'a';
`;
  expect(applyDiff(source, diff)).toBe(`import { a, b } from 'a';
const list = [
  b,
  a,
];
`);
});

it('refuses a diff whose place is not there, or there twice', () => {
  expect(() => applyDiff('a\n', ' b\n+c\n')).toThrow('0 places');
  expect(() => applyDiff('a\na\n', ' a\n+c\n')).toThrow('2 places');
});
