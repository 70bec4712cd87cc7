import fc from 'fast-check';
import { exhaust } from '../../__testUtils__/attacker/exhaust';
import { Solver } from '../../__testUtils__/attacker/Solver';

let solver: Solver;

beforeAll(async () => {
  solver = await Solver.load();
});

const about = 'active';
const people = Array.from({ length: 10 }, (_, person) => person);

describe('Solver', () => {
  it('finds the same ranges as trying everything', () => {
    const groups = fc.array(fc.subarray(people, { minLength: 1 }), {
      minLength: 1,
      maxLength: 6,
    });
    const world = fc.record({
      groups,
      asked: fc.subarray(people, { minLength: 1 }),
      active: fc.subarray(people),
      isVague: fc.boolean(),
    });
    fc.assert(
      fc.property(world, ({ groups: published, asked, active, isVague }) => {
        const facts = [people, ...published].map(group => {
          const count = group.filter(each => active.includes(each)).length;
          return {
            about,
            people: group,
            count: isVague ? [0, count, group.length] : count,
          };
        });
        const question = { about, people: asked };
        expect(solver.rangeOf({ facts, relations: [] }, question)).toEqual(
          exhaust(facts, question),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('knows that who is active in a week is active in the weeks around it', () => {
    const knowledge = {
      facts: [
        { about: 'week', people: [1, 2, 3], count: 3 },
        { about: 'four weeks', people: [1, 2, 3, 4], count: 3 },
      ],
      relations: [
        {
          terms: [
            { about: 'week', factor: 1 },
            { about: 'four weeks', factor: -1 },
          ],
          atMost: 0,
        },
      ],
    };
    expect(
      solver.rangeOf(knowledge, { about: 'four weeks', people: [4] }),
    ).toEqual({ least: 0, most: 0 });
  });

  it('refuses facts that contradict each other', () => {
    const facts = [
      { about, people: [1], count: 1 },
      { about, people: [1, 2], count: 0 },
    ];
    expect(() =>
      solver.rangeOf({ facts, relations: [] }, { about, people: [2] }),
    ).toThrow("ended with 'Infeasible'");
  });
});
