import { emptyDigest, noMovements } from './__testUtils__/facts';
import { DigestContent, titleOf, writeDigest } from './writeDigest';

const metric = {
  id: 'active-users' as const,
  name: 'Active users',
  unit: 'share' as const,
  status: 'missed' as const,
  statement: 'Active users: 12%, below target (at least 30%).',
  value: 0.12,
  numerator: 36,
  denominator: 300,
  change: 0.0123,
};
const content: DigestContent = { ...emptyDigest, metrics: [metric] };
const linesOf = (given: Partial<DigestContent>) =>
  writeDigest({ ...content, ...given }).split('\n');

describe('writeDigest', () => {
  it('is called after the last day that it covers', () => {
    expect(titleOf(content)).toBe('Adoption, week ending 22 Nov 2026');
    expect(titleOf({ period: 'month', to: '2026-11-01' })).toBe(
      'Adoption, month ending 31 Oct 2026',
    );
  });

  it('says no more than there is to say', () => {
    expect(writeDigest(content)).toBe(
      [
        'As of the end of 22 Nov 2026 (Europe/Berlin).',
        '',
        'Active users: 12%, below target (at least 30%). Up 1.2 percentage points over the week.',
        '',
        'Deadline: not set.',
      ].join('\n'),
    );
  });

  it.each<[Partial<typeof metric> | object, RegExp]>([
    [{ change: -0.02 }, / Down 2\.0 percentage points over the week\.$/],
    [{ change: 0.0001 }, / About the same over the week\.$/],
    [{ change: 0 }, / No change over the week\.$/],
    [{ change: null }, /target \(at least 30%\)\.$/],
    [{ id: 'uptime', change: -0.0004 }, / Down 0\.04 percentage points/],
    [
      { id: 'page-load', unit: 'seconds', value: 9, change: 0.456 },
      / Up 0\.5 s /,
    ],
    [
      { id: 'page-load', unit: 'seconds', value: 9, change: 0.08 },
      / About the same /,
    ],
  ])('writes the change %j', (change, expected) => {
    const [, , first] = linesOf({ metrics: [{ ...metric, ...change }] });
    expect(first).toMatch(expected);
  });

  it('says the status of the deadline', () => {
    const deadline = {
      state: 'at-risk' as const,
      sentence: 'At risk.',
      week: '2026-11-22',
      daysLeft: 65,
      probability: 0.04,
    };
    expect(linesOf({ deadline })).toContain('Deadline: 65 days left. At risk.');
    expect(linesOf({ deadline: { ...deadline, daysLeft: 1 } })).toContain(
      'Deadline: 1 day left. At risk.',
    );
    expect(linesOf({ deadline: { ...deadline, daysLeft: 0 } })).toContain(
      'Deadline: passed. At risk.',
    );
    expect(
      linesOf({ deadline: { ...deadline, week: '2026-11-15' } }),
    ).toContain('Deadline: 65 days left. As of 15 Nov 2026: At risk.');
  });

  it('says what moved, and leaves unknown what is unknown', () => {
    const lines = linesOf({
      people: { new: 12, returning: 40, reactivated: null, lapsed: 9 },
      teams: {
        up: [{ id: 'a', name: 'Payments', before: 0.1, now: 0.155 }],
        down: [{ id: 'b', name: 'Web', before: 0.4, now: 0.3 }],
      },
      plugins: {
        ...noMovements,
        up: [{ id: 'c', name: 'docs', before: 5, now: 9 }],
      },
      owners: {
        ...noMovements,
        down: [{ id: 'd', name: 'group:default/web', before: 30, now: 4 }],
      },
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'People: 12 new, 40 retained, unknown reactivated, 9 lapsed.',
        'Teams up: Payments 10% → 15.5%.',
        'Teams down: Web 40% → 30%.',
        'Plugins up: docs 5 → 9 users.',
        'Stale entities down: group:default/web 30 → 4.',
      ]),
    );
  });

  it('says of which four weeks a month has teams', () => {
    const teams = {
      ...noMovements,
      up: [{ id: 'a', name: 'Payments', before: 0.1, now: 0.155 }],
    };
    const moved = { from: '2026-09-28', to: '2026-10-26' };
    expect(linesOf({ teams, moved, period: 'month' })).toContain(
      'Teams up in the 4 weeks ending 25 Oct 2026: Payments 10% → 15.5%.',
    );
  });

  it.each<[Partial<DigestContent>, string[]]>([
    [
      { period: 'month', from: '2026-11-01', to: '2026-12-01' },
      ['Report for leadership: /adoption/report?period=2026-11'],
    ],
    [
      { period: 'month', from: '2026-12-01', to: '2027-01-01' },
      [
        'Report for leadership: /adoption/report?period=2026-12',
        'Quarterly report: /adoption/report?period=2026-Q4',
      ],
    ],
    [{ period: 'week', from: '2026-12-21', to: '2026-12-28' }, []],
  ])('ends with where the reports of its time are: %j', (given, expected) => {
    const lines = linesOf(given);
    const reports = lines.filter(line => / report: |^Report /.test(line));
    expect(reports).toEqual(expected);
    expect(lines.slice(lines.length - expected.length)).toEqual(expected);
  });

  it('lists what happened, and what would help', () => {
    const lines = linesOf({
      annotations: [
        {
          day: '2026-11-18',
          text: 'The board met',
          decision: { id: 'stop', title: 'Stop' },
        },
      ],
      actions: [
        {
          id: 'win-team',
          title: 'Increase adoption in Web',
          reason: '7 more are needed.',
          page: 'active-users',
          wording: { title: [], reason: [] },
        },
      ],
    });
    expect(lines).toContain('18 Nov 2026: The board met (decided: Stop)');
    expect(lines.slice(-2)).toEqual([
      'Recommended actions:',
      '1. Increase adoption in Web. 7 more are needed.',
    ]);
  });
});
