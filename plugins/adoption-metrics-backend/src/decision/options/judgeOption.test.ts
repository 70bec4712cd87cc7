/* eslint jest/expect-expect: ["error", { "assertFunctionNames": ["expect", "fc.assert"] }] */
import fc from 'fast-check';
import {
  answersOf,
  factsOf,
  GivenOption,
  judged,
  number,
  option,
} from './__testUtils__/organization';
import { judgeOption } from './judgeOption';

const soon = { monthsToValue: number('beacon.monthsToValue', 1, 3) };
const patient = { monthsUntilNeeded: 24 };

function requirement(
  requires: GivenOption['requires'],
  asked: ReturnType<typeof judged>,
) {
  return judgeOption(option({ requires, numbers: soon }), asked)
    .requirements[0];
}

describe('judgeOption', () => {
  it.each([
    [{ low: 500 }, 499, 'not-met'],
    [{ low: 500 }, 500, 'met'],
    [{ below: 500 }, 499, 'met'],
    [{ below: 500 }, 500, 'not-met'],
    [{ low: 200, high: 1_000 }, 199, 'not-met'],
    [{ low: 200, high: 1_000 }, 200, 'met'],
    [{ low: 200, high: 1_000 }, 1_000, 'met'],
    [{ low: 200, high: 1_000 }, 1_001, 'not-met'],
  ])('for %j, %d developers are %s', (bounds, developers, state) => {
    const requires = [{ fact: 'developers' as const, ...bounds }];
    expect(requirement(requires, judged({}, { developers })).state).toBe(state);
  });

  it.each([
    [{ fact: 'team', low: 0.5 }, { team: 0.4 }, 'not-met'],
    [{ fact: 'team', low: 0.5 }, { team: 0.5 }, 'met'],
    [{ fact: 'horizonYears', low: 3 }, { horizonYears: 2.9 }, 'not-met'],
    [{ fact: 'horizonYears', low: 3 }, { horizonYears: 3 }, 'met'],
    [
      { fact: 'monthsUntilNeeded', low: 6 },
      { monthsUntilNeeded: 5 },
      'not-met',
    ],
    [{ fact: 'monthsUntilNeeded', low: 6 }, { monthsUntilNeeded: 6 }, 'met'],
    [
      { fact: 'frontendSkills', oneOf: ['strong'] },
      { frontendSkills: 'moderate' },
      'not-met',
    ],
    [
      { fact: 'frontendSkills', oneOf: ['strong'] },
      { frontendSkills: 'strong' },
      'met',
    ],
    [
      { fact: 'customization', oneOf: ['none', 'limited'] },
      { customization: 'none' },
      'met',
    ],
    [
      { fact: 'customization', oneOf: ['none', 'limited'] },
      { customization: 'unique' },
      'not-met',
    ],
    [{ fact: 'internalTools', is: true }, { internalTools: false }, 'not-met'],
    [{ fact: 'internalTools', is: true }, { internalTools: true }, 'met'],
    [
      { fact: 'catalogDiscipline', is: true },
      { catalogDiscipline: false },
      'not-met',
    ],
    [
      { fact: 'catalogDiscipline', is: true },
      { catalogDiscipline: true },
      'met',
    ],
    [
      { fact: 'budgetPerYear', low: 300_000 },
      { budgetPerYear: 299_999 },
      'not-met',
    ],
    [
      { fact: 'budgetPerYear', low: 300_000 },
      { budgetPerYear: 300_000 },
      'met',
    ],
  ] as const)('with %j, %j is %s', (required, values, state) => {
    const requires = [required as never];
    expect(requirement(requires, judged(values)).state).toBe(state);
    // Nobody is taken at a word that was never given.
    expect(requirement(requires, judged()).state).toBe('unknown');
  });

  it('measures the discipline of a catalog unless someone answered', () => {
    const requires = [{ fact: 'catalogDiscipline' as const, is: true }];
    const stateAt = (ownedShare: number, values = {}) =>
      requirement(requires, judged(values, { ownedShare })).state;
    // As few may lack an owner as may be stale: under 2%.
    expect(stateAt(0.981)).toBe('met');
    expect(stateAt(0.98)).toBe('not-met');
    expect(stateAt(1, { catalogDiscipline: false })).toBe('not-met');
  });

  it.each([
    [3, 'met', 'You need it within 3 months.'],
    [2, 'unknown', 'You need it within 2 months: only in the best case.'],
    [1, 'unknown', 'You need it within 1 month: only in the best case.'],
    [0.5, 'not-met', 'You need it within 0.5 months.'],
  ])(
    'needed in %d months is %s of 1 to 3',
    (monthsUntilNeeded, state, reason) => {
      const { requirements, ...rest } = judgeOption(
        option({ numbers: soon }),
        judged({ monthsUntilNeeded }),
      );
      expect(requirements).toEqual([
        expect.objectContaining({
          id: 'timeToValue',
          state,
          reason,
          answer: null,
        }),
      ]);
      const states = { met: 'fits', unknown: 'unknown', 'not-met': 'unfit' };
      expect(rest.state).toBe(states[state as keyof typeof states]);
    },
  );

  it('does not know whether something is in time that nobody has timed', () => {
    const [inTime] = judgeOption(option(), judged(patient)).requirements;
    expect(inTime).toMatchObject({
      state: 'unknown',
      reason: 'The time it takes is unknown.',
      answer: null,
    });
    const [asked] = judgeOption(
      option({ numbers: soon }),
      judged(),
    ).requirements;
    expect(asked).toMatchObject({
      state: 'unknown',
      reason: 'Not answered yet.',
      answer: 'monthsUntilNeeded',
    });
  });

  it('takes a stale answer for unknown, and says so', () => {
    const answers = answersOf({ team: 9 });
    answers.values.team!.isStale = true;
    answers.values.team!.answeredOn = factsOf().today - 400;
    const requires = [{ fact: 'team' as const, low: 7 }];
    const { team, requirements } = judgeOption(
      option({ requires, numbers: { team: number('beacon.team', 7, 15) } }),
      { answers, facts: factsOf(), currency: 'EUR' },
    );
    expect(requirements[0]).toMatchObject({
      state: 'unknown',
      reason: 'The answer of 26 Oct 2025 is more than a year old.',
      answer: 'team',
    });
    expect(team).toMatchObject({ have: null, gap: null });
  });

  it.each([
    [7, 15, 5],
    [4, 7, 2],
    [0.5, 1, 0],
    [1, 2, 0],
  ])('a team of 2 is short of %d to %d by %d', (low, high, gap) => {
    const { team } = judgeOption(
      option({ numbers: { team: number('beacon.team', low, high) } }),
      judged({ team: 2 }),
    );
    expect(team).toEqual({ needed: { low, high }, have: 2, gap });
  });

  it('requires the team that its numbers name, if nobody says another', () => {
    const { requirements } = judgeOption(
      option({ numbers: { team: number('beacon.team', 4, 7) } }),
      judged({ team: 3 }),
    );
    expect(requirements[0]).toMatchObject({
      id: 'team',
      state: 'not-met',
      requires: '4 or more FTE.',
      reason: 'Your team has 3.',
      wanted: { low: 4, high: null, below: null, oneOf: null, is: null },
      have: 3,
    });
  });

  it('counts calendar months from today', () => {
    const valueIn = (today: string, low: number, high: number) =>
      judgeOption(
        option({ numbers: { monthsToValue: number('m', low, high) } }),
        judged({}, { today: Date.parse(today) / 86_400_000 }),
      ).value;
    expect(valueIn('2026-11-30', 1, 3)).toMatchObject({
      earliest: '2026-12-30',
      latest: '2027-02-28',
    });
    expect(valueIn('2026-08-31', 0.5, 6)).toMatchObject({
      earliest: '2026-09-15',
      latest: '2027-02-28',
    });
  });

  it.each([
    [0.1, 0.1, 30, 30],
    [0.4, 0.6, 120, 180],
    [0.3, 0.5, 90, 150],
    [0.3, 0.7, 90, 210],
  ])('at %d to %d, %d to %d of 300 use it', (low, high, least, most) => {
    const numbers = { adoption: number('beacon.adoption', low, high) };
    const people = (developers?: number) =>
      judgeOption(option({ numbers }), judged({}, { developers })).adoption;
    expect(people(300)).toEqual({
      share: { low, high },
      people: { low: least, high: most },
    });
    expect(people()!.people).toEqual({ low: null, high: null });
  });

  it('fits only if all is known to be met; one that is not decides', () => {
    const requires = [
      { fact: 'developers' as const, below: 500 },
      { fact: 'team' as const, low: 1 },
    ];
    const stateWith = (...asked: Parameters<typeof judged>) =>
      judgeOption(option({ requires, numbers: soon }), judged(...asked)).state;
    expect(stateWith({ team: 1, ...patient }, { developers: 300 })).toBe(
      'fits',
    );
    expect(stateWith({ team: 1, ...patient })).toBe('unknown');
    expect(stateWith(patient, { developers: 300 })).toBe('unknown');
    expect(stateWith({}, { developers: 500 })).toBe('unfit');
  });

  it('is what the portal is today, if that is known', () => {
    const hosted = option({ isCurrent: { hosting: 'managed' } });
    const currentAt = (values: Parameters<typeof judged>[0]) =>
      judgeOption(hosted, judged(values)).isCurrent;
    expect(currentAt({ hosting: 'managed' })).toBe(true);
    expect(currentAt({ hosting: 'self-hosted' })).toBe(false);
    expect(currentAt({})).toBeNull();
    expect(judgeOption(option(), judged()).isCurrent).toBe(false);
  });

  describe('whatever is asked', () => {
    const order = ['unfit', 'unknown', 'fits'];
    const bound = fc.option(fc.integer({ min: 0, max: 20 }), {
      nil: undefined,
    });
    const required = fc.record({
      team: bound,
      developers: bound,
      months: bound,
    });
    const stateOf = (
      {
        team,
        developers,
        months,
      }: { team?: number; developers?: number; months?: number },
      asked: ReturnType<typeof judged>,
    ) =>
      judgeOption(
        option({
          requires: [
            ...(team === undefined
              ? []
              : [{ fact: 'team' as const, low: team }]),
            ...(developers === undefined
              ? []
              : [{ fact: 'developers' as const, low: developers }]),
          ],
          numbers:
            months === undefined
              ? {}
              : { monthsToValue: number('m', months, months + 2) },
        }),
        asked,
      ).state;

    it('more people, and more time, never make it fit less', () => {
      const more = fc.integer({ min: 0, max: 10 });
      fc.assert(
        fc.property(
          required,
          bound,
          bound,
          more,
          more,
          (takes, team, months, people, time) => {
            const before = stateOf(
              takes,
              judged({ team, monthsUntilNeeded: months } as never, {
                developers: 10,
              }),
            );
            const after = stateOf(
              takes,
              judged(
                {
                  team: (team ?? 0) + people,
                  monthsUntilNeeded: (months ?? 0) + time,
                },
                { developers: 10 },
              ),
            );
            const isKnown = team !== undefined && months !== undefined;
            return !isKnown || order.indexOf(after) >= order.indexOf(before);
          },
        ),
      );
    });

    it('an answer that is taken back never makes it fit', () => {
      fc.assert(
        fc.property(required, bound, bound, (takes, team, months) => {
          const known = stateOf(
            takes,
            judged({ team, monthsUntilNeeded: months } as never, {
              developers: 10,
            }),
          );
          const less = stateOf(takes, judged({}, { developers: 10 }));
          return less !== 'fits' || known === 'fits';
        }),
      );
    });
  });
});
