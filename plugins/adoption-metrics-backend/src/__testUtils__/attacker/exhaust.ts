import { Fact, peopleOf, Question, Range } from './knowledge';

/**
 * Tries every combination of who was active and who was not, so that nothing is
 * left to a solver. For up to twelve people, of facts about one thing.
 *
 * @throws Error if no combination agrees with the facts.
 */
export function exhaust(facts: readonly Fact[], asked: Question): Range {
  const people = peopleOf({ facts, relations: [] });
  const bitsOf = (group: readonly number[]) =>
    group.reduce((bits, person) => bits | (1 << people.indexOf(person)), 0);
  const known = facts.map(({ people: group, count }) => ({
    bits: bitsOf(group),
    counts: [count].flat(),
  }));
  const wanted = bitsOf(asked.people);
  const possible = new Set<number>();
  for (let active = 0; active < 1 << people.length; active++) {
    if (
      known.every(({ bits, counts }) => counts.includes(ones(active & bits)))
    ) {
      possible.add(ones(active & wanted));
    }
  }
  if (possible.size === 0) {
    throw new Error(`Contradictory facts about ${asked.about}`);
  }
  return { least: Math.min(...possible), most: Math.max(...possible) };
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}
