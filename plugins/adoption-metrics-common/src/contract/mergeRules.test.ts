import { explain } from './explain';
import { MergeRequestSchema } from './schemas';

const userRef = (name: string) => `user:default/${name}`;

function mergesOf(...merges: Array<[string, string]>) {
  return {
    merges: merges.map(([from, into]) => ({
      from: userRef(from),
      into: userRef(into),
    })),
  };
}

function refusalOfBody(given: unknown): string | undefined {
  const { error } = MergeRequestSchema.safeParse(given);
  return (
    error &&
    explain(error.issues[0], {
      part: 'body',
      schema: MergeRequestSchema,
      given,
    })
  );
}

describe('MergeRequestSchema', () => {
  it('takes several identities of one person', () => {
    const body = mergesOf(['a', 'x'], ['b', 'x'], ['c', 'y']);
    expect(refusalOfBody(body)).toBeUndefined();
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
      /^field 'merges\.0' targets an identity that merges\.1 merges away/,
    ],
    [
      'a chain in the other order',
      [
        ['b', 'c'],
        ['a', 'B'],
      ],
      /^field 'merges\.1' targets an identity that merges\.0 merges away/,
    ],
    [
      'a cycle',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      /^field 'merges\.0' targets/,
    ],
    [
      'an identity that is given up twice',
      [
        ['a', 'b'],
        ['A', 'c'],
      ],
      /^field 'merges\.1' merges the same identity as merges\.0/,
    ],
  ])('refuses %s and names the merge', (_case, merges, message) => {
    expect(refusalOfBody(mergesOf(...merges))).toMatch(message);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'no object',
      [],
      /^the body is an empty list; expected objects of 'merges'$/,
    ],
    [
      'an incomplete ref',
      { merges: [{ from: 'ada', into: userRef('a') }] },
      /^field 'merges\.0\.from' is 'ada'; expected full refs of users such as user:default\/ada$/,
    ],
    [
      'a group',
      { merges: [{ from: userRef('a'), into: 'group:default/a' }] },
      /^field 'merges\.0\.into' is 'group:default\/a'; expected full refs of users/,
    ],
    [
      'a field too many',
      { merges: [{ from: userRef('a'), into: userRef('b'), dryRun: true }] },
      /^field 'merges\.0\.dryRun' is unknown; expected from, into$/,
    ],
    [
      'none',
      { merges: [] },
      /^field 'merges' is an empty list; expected lists of 1 to 1000 entries$/,
    ],
    [
      'too many',
      mergesOf(
        ...Array.from({ length: 1_001 }, (_, i): [string, string] => [
          `a${i}`,
          'b',
        ]),
      ),
      /^field 'merges' is a list of 1001 entries; expected lists of 1 to 1000 entries$/,
    ],
  ])('refuses %s and says what is accepted', (_case, body, message) => {
    expect(refusalOfBody(body)).toMatch(message);
  });
});
