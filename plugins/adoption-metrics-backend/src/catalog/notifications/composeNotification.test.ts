import { say } from 'backstage-plugin-adoption-metrics-common';
import { findingOf } from '../__testUtils__/findings';
import { composeNotification } from './composeNotification';

const whole = { total: 100, stale: 6, target: 0.02 };
const ownerRef = 'group:default/team';
const rules = [
  { reason: 'orphan', definition: say('definitions.rule.orphan') },
];

describe('composeNotification', () => {
  it('names what is stale, and how far the catalog is from its target', () => {
    const owner = { ownerRef, total: 20, stale: 3 };
    expect(
      composeNotification(
        owner,
        { named: [findingOf('a'), findingOf('b')], rules },
        whole,
      ),
    ).toEqual({
      title: '3 of your 20 catalog entities are stale',
      text: [
        'component:default/a: no location references it anymore',
        'component:default/b: no location references it anymore',
        'And 1 more.',
        'Across the catalog, 6 of 100 entities are stale. Fixes needed to meet the target of under 2%: 5.',
      ].join('\n'),
    });
  });

  it('names no entity and no group of anyone else', () => {
    const sentence = 'Its owner group:default/secret is not in the catalog.';
    const { text } = composeNotification(
      { ownerRef, total: 20, stale: 1 },
      { named: [findingOf('a', { sentence, reason: 'gone' })], rules },
      whole,
    );
    expect(text).toContain('component:default/a: gone');
    expect(text).not.toContain('secret');
  });

  it.each([
    [{ ownerRef, total: 1, stale: 1 }, 'Your only catalog entity is stale'],
    [
      { ownerRef, total: 9, stale: 9 },
      'All 9 of your catalog entities are stale',
    ],
    [{ ownerRef, total: 9, stale: 1 }, '1 of your 9 catalog entities is stale'],
  ])('titles %j', (owner, title) => {
    expect(composeNotification(owner, { named: [], rules }, whole).title).toBe(
      title,
    );
  });

  it.each([
    [
      { total: 100, stale: 2, target: 0.02 },
      /\. Fixes needed to meet the target of under 2%: 1\.$/,
    ],
    [
      { total: 100, stale: 1, target: 0.02 },
      /1 of 100 entities is stale, which meets/,
    ],
    [{ total: 100, stale: 1, target: 0.0125 }, /under 1\.25%/],
  ])('compares %j with the target', (counts, text) => {
    const owner = { ownerRef, total: 1, stale: 1 };
    expect(
      composeNotification(owner, { named: [findingOf('a')], rules }, counts)
        .text,
    ).toMatch(text);
  });
});
