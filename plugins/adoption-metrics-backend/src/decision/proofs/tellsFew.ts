import { Interval, intersect } from '../../time';

/** Of whom it is counted how many used a portal, and on which days. */
export interface CountedTeam {
  days: Interval;
  /** Person ids. */
  members: readonly number[];
}

/**
 * Whether counting a team would tell something of fewer people than the minimum,
 * by adding and subtracting what is counted of it, of other teams that try the
 * same portal, and of everybody. Trials that share days are looked at together,
 * and so are those that only a third one connects: what is known of one
 * restricts what the others can be.
 *
 * What few people have in common already, since someone was forgotten or has
 * left, is not held against a team that does not divide them further, and does not
 * count them for the first time.
 *
 * @param others - all whose numbers were shown, or will be
 */
export function tellsFew(
  team: CountedTeam,
  others: CountedTeam[],
  { everybody, minimum }: { everybody: readonly number[]; minimum: number },
): boolean {
  const connected = connectedTo(team, others);
  const before = new Set(
    componentsOf(connected).flatMap(teams =>
      cellsOf(teams, everybody).map(nameOf),
    ),
  );
  const isKnown = (cell: number[]) =>
    before.has(nameOf(cell)) &&
    (!isIn(cell, team) || connected.some(each => isIn(cell, each)));
  return cellsOf([team, ...connected], everybody).some(
    cell => cell.length < minimum && !isKnown(cell),
  );
}

/** Whether a team has the people of a cell, of whom it has all or nobody. */
function isIn([person]: number[], { members }: CountedTeam): boolean {
  return members.includes(person);
}

/** Those that share days with a team, or with another one that does. */
function connectedTo(team: CountedTeam, others: CountedTeam[]): CountedTeam[] {
  const found = new Set([team]);
  for (const each of found) {
    others
      .filter(({ days }) => intersect(days, each.days) !== undefined)
      .forEach(other => found.add(other));
  }
  found.delete(team);
  return [...found];
}

function componentsOf(teams: CountedTeam[]): CountedTeam[][] {
  const components: CountedTeam[][] = [];
  const left = new Set(teams);
  for (const team of left) {
    const component = [team, ...connectedTo(team, teams)];
    component.forEach(each => left.delete(each));
    components.push(component);
  }
  return components;
}

/** People who are in the same teams, and so cannot be told apart. */
function cellsOf(
  teams: CountedTeam[],
  everybody: readonly number[],
): number[][] {
  const sets = teams.map(({ members }) => new Set(members));
  const people = new Set([
    ...everybody,
    ...teams.flatMap(each => each.members),
  ]);
  return [
    ...Map.groupBy(people, person =>
      sets.map(set => (set.has(person) ? '1' : '0')).join(''),
    ).values(),
  ];
}

function nameOf(cell: number[]): string {
  return cell.toSorted((a, b) => a - b).join();
}
