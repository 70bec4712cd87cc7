import { Movement, Movements } from 'backstage-plugin-adoption-metrics-common';
import { DigestFacts } from './DigestFacts';

const MOST = 3;
const FEWEST_PEOPLE = 2;

/** What grew and what fell, the most first. */
export function movementsOf(all: Movement[]): Movements {
  const byGrowth = all
    .filter(({ before, now }) => before !== now)
    .sort((a, b) => growthOf(b) - growthOf(a) || (a.id < b.id ? -1 : 1));
  const down = byGrowth.filter(each => growthOf(each) < 0).reverse();
  return {
    up: byGrowth.filter(each => growthOf(each) > 0).slice(0, MOST),
    down: down.slice(0, MOST),
  };
}

function growthOf({ before, now }: Movement): number {
  return now - before;
}

/** What moved among the teams, plugins and owners known at both ends. */
export function movedIn({ teams, plugins, owners }: DigestFacts) {
  return {
    teams: movementsOf(
      teams.flatMap(({ id, name, previousShare, share, developers }) =>
        movement({ id, name, before: previousShare, now: share }).filter(
          moved => isShown(moved, developers),
        ),
      ),
    ),
    plugins: movementsOf(
      plugins.flatMap(({ id, previousPeople, people }) =>
        movement({ id, name: id, before: previousPeople, now: people }).filter(
          moved => isShown(moved),
        ),
      ),
    ),
    owners: movementsOf(
      (owners?.owners ?? [])
        .filter(({ ownerRef }) => ownerRef.startsWith('group:'))
        .flatMap(({ ownerRef: id, before, stale }) =>
          movement({ id, name: id, before, now: stale }),
        ),
    ),
  };
}

function movement(given: {
  id: string;
  name: string;
  before: number | null;
  now: number | null;
}): Movement[] {
  const { before, now } = given;
  return before === null || now === null ? [] : [{ ...given, before, now }];
}

/** One person more or less is chance, and private. */
function isShown({ before, now }: Movement, developers = 1): boolean {
  return Math.round(Math.abs(now - before) * developers) >= FEWEST_PEOPLE;
}
