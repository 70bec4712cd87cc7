import { userRef } from './__testUtils__/organization';
import { parseMergeRequest } from './peopleRequests';

function parse(...merges: Array<[string, string]>) {
  return parseMergeRequest({
    merges: merges.map(([from, into]) => ({
      from: userRef(from),
      into: userRef(into),
    })),
  });
}

describe('parseMergeRequest', () => {
  it('takes several identities of one person', () => {
    expect(parse(['a', 'x'], ['b', 'x'], ['c', 'y']).merges).toHaveLength(3);
  });

  it.each<[string, Array<[string, string]>, RegExp]>([
    [
      'a merge into itself',
      [
        ['b', 'c'],
        ['a', 'A'],
      ],
      /^field 'merges\.1' merges an identity into itself$/,
    ],
    [
      'a chain',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      /^field 'merges\.0' goes into an identity that merges\.1 gives up/,
    ],
    [
      'a chain in the other order',
      [
        ['b', 'c'],
        ['a', 'B'],
      ],
      /^field 'merges\.1' goes into an identity that merges\.0 gives up/,
    ],
    [
      'a cycle',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      /^field 'merges\.0' goes into/,
    ],
    [
      'an identity that is given up twice',
      [
        ['a', 'b'],
        ['A', 'c'],
      ],
      /^field 'merges\.1' gives up the same identity as merges\.0/,
    ],
  ])('refuses %s and names the merge', (_case, merges, message) => {
    expect(() => parse(...merges)).toThrow(message);
  });

  it.each<[string, unknown, RegExp]>([
    ['no object', [], /^the body: .*1 to 1000 'merges'/],
    [
      'an incomplete ref',
      { merges: [{ from: 'ada', into: userRef('a') }] },
      /^field 'merges\.0\.from'/,
    ],
    [
      'a group',
      { merges: [{ from: userRef('a'), into: 'group:default/a' }] },
      /^field 'merges\.0\.into': is not the ref of a user/,
    ],
    [
      'a field too many',
      { merges: [{ from: userRef('a'), into: userRef('b'), dryRun: true }] },
      /^field 'merges\.0'.*dryRun/,
    ],
    [
      'too many',
      {
        merges: Array.from({ length: 1_001 }, (_, i) => ({
          from: userRef(`a${i}`),
          into: userRef('b'),
        })),
      },
      /^field 'merges'/,
    ],
  ])('refuses %s and says what is accepted', (_case, body, message) => {
    expect(() => parseMergeRequest(body)).toThrow(message);
  });
});
