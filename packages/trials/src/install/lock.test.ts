import { releasePins } from './lock';

const lock = `"@backstage/config@npm:1.3.9":
  version: 1.3.9
  resolution: "@backstage/config@npm:1.3.9"
  dependencies:
    "@backstage/errors": "npm:^1.3.2"
    ms: "npm:^2.1.3"

"@backstage/errors@npm:1.3.2":
  version: 1.3.2

"ms@npm:^2.1.3":
  version: 2.1.3
`;

it('lets a pinned package answer for the ranges that ask for it', () => {
  const pinned = new Set(['@backstage/config', '@backstage/errors']);
  expect(releasePins(lock, pinned)).toBe(
    lock.replace(
      '"@backstage/errors@npm:1.3.2":',
      '"@backstage/errors@npm:1.3.2, @backstage/errors@npm:^1.3.2":',
    ),
  );
});
