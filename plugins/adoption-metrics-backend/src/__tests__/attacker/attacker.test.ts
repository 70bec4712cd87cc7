import { seededRandom } from '../../deadline/forecast/random';
import { parseDay } from '../../time';
import { Company } from '../../__testUtils__/attacker/Company';
import { exhaust } from '../../__testUtils__/attacker/exhaust';
import {
  Knowledge,
  Question,
  Range,
} from '../../__testUtils__/attacker/knowledge';
import { PlayedCompany } from '../../__testUtils__/attacker/PlayedCompany';
import {
  PublishedPeriod,
  readEverything,
} from '../../__testUtils__/attacker/readEverything';
import {
  readPortalTeams,
  readTrials,
} from '../../__testUtils__/attacker/readPortals';
import { Solver } from '../../__testUtils__/attacker/Solver';

const MINIMUM = 5;
const FROM = parseDay('2027-01-04')!;
const DAYS = 60;

/** Up to so many people, every combination is tried as well. */
const MOST_TRIED = 12;

/** How many questions are asked about a company, each for seconds if it is large. */
const QUESTIONS = { small: 24, large: 8 };
const LARGE = 100;

let solver: Solver;

beforeAll(async () => {
  solver = await Solver.load();
});

describe('Whoever reads everything for 60 days', () => {
  it.each([
    [1, 10],
    [2, 11],
    [3, 12],
    [4, 12],
    [5, 24],
    [6, 60],
    [7, 150],
    [8, 240],
  ])(
    'learns nothing of a hidden team or of a person (company %i, %i people)',
    async (seed, size) => {
      const days = { from: FROM, to: FROM + DAYS };
      const company = new Company(seed, size);
      // Of every other company locations come before teams.
      const played = await PlayedCompany.play('SQLITE_3', company, days, {
        beforeTeams: seed % 2 === 0,
      });
      const reading = await readEverything(played);
      expect(reading.periods.length).toBeGreaterThan(0);
      const shown = reading.periods.map(({ attributes }) => attributes.size);
      // Of few people everything is withheld.
      expect(Math.max(...shown)).toBeGreaterThan(size < 60 ? -1 : 1);
      const cells = new Map(
        reading.periods.map(period => [period, knownCells(reading, period)]),
      );
      const questions = reading.periods.flatMap(period =>
        questionsOf(period)
          .flatMap(asked => piecesOf(asked, cells.get(period)!))
          .map(asked => ({ period, asked })),
      );
      for (const { period, asked } of sample(questions, seed, size)) {
        const allowed = allowedRange(cells.get(period)!, asked);
        expectNoMore(solver.rangeOf(reading, asked), allowed, asked);
        if (period.people.length <= MOST_TRIED) {
          const { about } = asked;
          const facts = reading.facts.filter(fact => fact.about === about);
          expectNoMore(exhaust(facts, asked), allowed, asked);
        }
      }
    },
    120_000,
  );
});

describe('Whoever reads of another portal', () => {
  it.each([
    [11, 24],
    [14, 60],
  ])(
    'learns nothing of a person (company %i, %i people)',
    async (seed, size) => {
      const played = await PlayedCompany.play(
        'SQLITE_3',
        new Company(seed, size),
        { from: FROM, to: FROM + DAYS },
        { otherSeed: seed },
      );
      const { trials } = played.other!;
      // So many teams were tried that some overlap, and some were deleted.
      expect(trials.length).toBeGreaterThan(3);
      const readings = [await readPortalTeams(played), readTrials(trials, 5)];
      for (const reading of readings) {
        const cells = new Map(
          reading.periods.map(period => [period, knownCells(reading, period)]),
        );
        const questions = reading.periods.flatMap(period =>
          questionsOf(period)
            .flatMap(asked => piecesOf(asked, cells.get(period)!))
            .map(asked => ({ period, asked })),
        );
        expect(questions.length).toBeGreaterThan(size);
        for (const { period, asked } of sample(questions, seed, LARGE)) {
          const allowed = allowedRange(cells.get(period)!, asked);
          expectNoMore(solver.rangeOf(reading, asked), allowed, asked);
        }
      }
    },
    120_000,
  );
});

/** What someone would like to know: of hidden teams, and of each person. */
function questionsOf(period: PublishedPeriod): Question[] {
  const { about, people, teams } = period;
  const shown = new Set(period.groups.map(nameOf));
  const hidden = teams.filter(team => !shown.has(nameOf(team)));
  const persons = people.map(person => [person]);
  return [...hidden, ...persons].map(asked => ({ about, people: asked }));
}

/**
 * The question about the people of each cell alone. Teams and attributes cross:
 * what they say of several cells together is more than what they say of each, and
 * is about whole cells all the same.
 */
function piecesOf({ about, people }: Question, cells: KnownCell[]): Question[] {
  const wanted = new Set(people);
  return cells.flatMap(cell => {
    const piece = cell.people.filter(person => wanted.has(person));
    return piece.length > 0 ? [{ about, people: piece }] : [];
  });
}

/** Some people, and what is known of how many of them were active. */
interface KnownCell {
  people: number[];
  /** Computed when it is first asked: most cells have no part in any question. */
  known(): Range;
}

/** The smallest groups that can be formed of those published. */
function knownCells(
  knowledge: Knowledge,
  { about, people, groups }: PublishedPeriod,
): KnownCell[] {
  // Refuses what contradicts itself, also where nothing is asked.
  solver.rangeOf(knowledge, { about, people });
  return cellsOf([people, ...groups]).map(cell => {
    expect(cell.length).toBeGreaterThanOrEqual(MINIMUM);
    const compute = () => solver.rangeOf(knowledge, { about, people: cell });
    let known: Range | undefined;
    return { people: cell, known: () => (known ??= compute()) };
  });
}

/** What follows of some people from the numbers of the cells in which they are. */
function allowedRange(cells: KnownCell[], asked: Question): Range {
  const wanted = new Set(asked.people);
  const pieces = cells.map(({ people, known }) => {
    const inside = people.filter(person => wanted.has(person)).length;
    if (inside === 0) {
      return { least: 0, most: 0 };
    }
    const { least, most } = known();
    return {
      least: Math.max(0, least - (people.length - inside)),
      most: Math.min(inside, most),
    };
  });
  return {
    least: pieces.reduce((sum, { least }) => sum + least, 0),
    most: pieces.reduce((sum, { most }) => sum + most, 0),
  };
}

function expectNoMore(known: Range, allowed: Range, asked: Question): void {
  const isKnown =
    known.least > allowed.least || known.most < allowed.most
      ? { asked, known, allowed }
      : undefined;
  expect(isKnown).toBeUndefined();
}

/** People who are in the same groups. */
function cellsOf(groups: ReadonlyArray<readonly number[]>): number[][] {
  const sets = groups.map(group => new Set(group));
  const cells = Map.groupBy(new Set(groups.flat()), person =>
    sets.map(set => (set.has(person) ? '1' : '0')).join(''),
  );
  return [...cells.values()];
}

function nameOf(people: readonly number[]): string {
  return [...people].sort((a, b) => a - b).join();
}

function sample<T>(all: T[], seed: number, size: number): T[] {
  const most = size < LARGE ? QUESTIONS.small : QUESTIONS.large;
  const random = seededRandom(seed);
  const ranked = all.map(each => ({ each, rank: random() }));
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, most).map(({ each }) => each);
}
