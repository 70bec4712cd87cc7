import { PublishedGroupKind } from 'backstage-plugin-adoption-metrics-common';
import {
  AttributeDraft,
  AttributeMembers,
  ChosenAttribute,
  chooseValues,
} from './chooseValues';
import { ElementSet, Partition } from './Partition';

/** A team with everyone in it and in its child teams. */
export interface TeamMembers {
  id: number;
  /** The parent team; undefined for a root. */
  parentId: number | undefined;
  name: string;
  /** Indexes of people, without duplicates. */
  members: ElementSet;
}

/**
 * A group of people whose numbers can be published. @typeParam T - identifies a
 * team
 */
export interface ChosenGroup<T = number> {
  kind: PublishedGroupKind;
  /** Index of the parent group; undefined for a root. */
  parent: number | undefined;
  /** The team; undefined unless the kind is `team`. */
  team: T | undefined;
  /** Teams with members in this group but without a group of their own. */
  teams: T[];
  /** The atoms that the group consists of. */
  atoms: number[];
}

/** The groups that can be published. */
export interface Choice {
  /** Parents come before their children. */
  groups: ChosenGroup[];
  /** The atom of each person. Groups are unions of atoms. */
  atomOf: Readonly<Int32Array>;
  /** The number of people in each atom. */
  atomSizes: readonly number[];
  /** In the given order. */
  attributes: ChosenAttribute[];
}

/** A team, or those members of a team who are in none of its child teams. */
interface Unit {
  teams: TeamMembers[];
  members: ElementSet;
  /**
   * Whether these are people without a team, who are never shown on their own.
   */
  rest: boolean;
}

type Draft = Omit<ChosenGroup, 'atoms'> & { members: ElementSet };

class GroupChooser {
  readonly #partition: Partition;
  readonly #below: Map<number | undefined, TeamMembers[]>;
  readonly #groups: Draft[] = [];
  /** Marks visited people with a number per pass. */
  readonly #marks: Int32Array;
  #mark = 0;

  constructor(
    private readonly people: number,
    teams: TeamMembers[],
    private readonly minimum: number,
  ) {
    this.#partition = new Partition(people, minimum);
    this.#marks = new Int32Array(people);
    this.#below = childrenByParent(teams.filter(each => each.members.length));
  }

  choose(attributes: AttributeMembers[]): Choice {
    const drafts = new Map<AttributeMembers, AttributeDraft>();
    const chooseAll = (beforeTeams: boolean) =>
      attributes
        .filter(each => each.beforeTeams === beforeTeams)
        .forEach(each => drafts.set(each, chooseValues(each, this.#partition)));
    if (this.people >= 2 * this.minimum) {
      const everybody = Array.from({ length: this.people }, (_, i) => i);
      chooseAll(true);
      this.#descend(undefined, undefined, everybody);
      chooseAll(false);
    }
    const partition = this.#partition;
    const withAtoms = <T extends { members: ElementSet }>({
      members,
      ...group
    }: T) => ({ ...group, atoms: partition.cellsOf(members) });
    return {
      attributes: attributes.flatMap(each => {
        const draft = drafts.get(each);
        return draft ? [{ ...draft, groups: draft.groups.map(withAtoms) }] : [];
      }),
      groups: this.#groups.map(withAtoms),
      atomOf: partition.cellOf,
      atomSizes: partition.sizes,
    };
  }

  /**
   * @param parent - index of the parent group; undefined for all people
   */
  #descend(
    parent: number | undefined,
    teamId: number | undefined,
    members: ElementSet,
  ): void {
    const children = this.#takeBelow(teamId);
    if (children.length === 0 && parent !== undefined) {
      return;
    }
    const units = this.#pool(this.#unitsOf(children, members));
    const size = members.length;
    const { shown, left } = this.#accept(units, { parent, size });
    this.#addOthers(left, { parent, members, shown });
    for (const [{ teams, members: own }, index] of shown) {
      if (this.#groups[index].kind === 'team') {
        this.#descend(index, teams[0].id, own);
      }
    }
  }

  #unitsOf(children: TeamMembers[], members: ElementSet): Unit[] {
    const units = children.map(unitOf);
    const rest = this.#without(members, units);
    return rest.length === 0
      ? units
      : [...units, { teams: [], members: rest, rest: true }];
  }

  /** Merges units that are too small with their smallest siblings. */
  #pool(units: Unit[]): Unit[] {
    const pooled = [...units].sort(bySize);
    while (pooled.length > 1 && pooled[0].members.length < this.minimum) {
      const [smallest, next] = pooled.splice(0, 2);
      insertBySize(pooled, this.#unite(smallest, next));
    }
    return pooled;
  }

  /**
   * Takes the largest units first. Units that are not accepted may have child
   * teams that are.
   */
  #accept(
    units: Unit[],
    { parent, size }: { parent: number | undefined; size: number },
  ): { shown: Map<Unit, number>; left: Unit[] } {
    const shown = new Map<Unit, number>();
    const left: Unit[] = [];
    const waiting = [...units];
    for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
      const accepted = this.#acceptAloneOrPooled(unit, waiting, size);
      if (accepted) {
        shown.set(accepted, this.#add(accepted, parent));
      } else {
        left.push(unit);
        this.#unitsBelow(unit).forEach(each => insertBySize(waiting, each));
      }
    }
    return { shown, left };
  }

  #acceptAloneOrPooled(
    unit: Unit,
    waiting: Unit[],
    size: number,
  ): Unit | undefined {
    if (this.#isAccepted(unit, size)) {
      return unit;
    }
    const pool = waiting.length > 0 && this.#unite(unit, waiting[0]);
    if (pool && this.#isAccepted(pool, size)) {
      waiting.shift();
      return pool;
    }
    return undefined;
  }

  #isAccepted({ teams, members, rest }: Unit, size: number): boolean {
    // A pool of everyone in the parent would duplicate the parent.
    const again = teams.length > 1 && members.length === size;
    return !rest && !again && this.#partition.accept(members);
  }

  #unitsBelow({ teams, rest }: Unit): Unit[] {
    return teams.length === 1 && !rest
      ? this.#takeBelow(teams[0].id).map(unitOf)
      : [];
  }

  #add({ teams, members }: Unit, parent: number | undefined): number {
    const alone = teams.length === 1;
    this.#groups.push({
      kind: alone ? 'team' : 'pooled',
      parent,
      team: alone ? teams[0].id : undefined,
      teams: alone ? [] : this.#withAllBelow(teams).map(({ id }) => id),
      members,
    });
    return this.#groups.length - 1;
  }

  /** The rest of a parent is a union of cells, so it is large enough. */
  #addOthers(
    left: Unit[],
    within: {
      parent: number | undefined;
      members: ElementSet;
      shown: Map<Unit, number>;
    },
  ): void {
    const { parent, members, shown } = within;
    const others = this.#without(members, [...shown.keys()]);
    const places = [...shown].map(([unit, index]) => ({ ...unit, index }));
    if (parent !== undefined && others.length === members.length) {
      places.unshift({ teams: [], members, rest: false, index: parent });
    } else if (others.length > 0) {
      const index = this.#groups.push({
        kind: 'others',
        parent,
        team: undefined,
        teams: [],
        members: others,
      });
      places.unshift({
        teams: [],
        members: others,
        rest: true,
        index: index - 1,
      });
    }
    for (const team of left.flatMap(({ teams }) => this.#withAllBelow(teams))) {
      const place = places.find(each => this.#overlap(each, team));
      this.#groups[place!.index].teams.push(team.id);
    }
  }

  #overlap(unit: Unit, { members }: TeamMembers): boolean {
    return this.#without(members, [unit]).length < members.length;
  }

  #withAllBelow(teams: TeamMembers[]): TeamMembers[] {
    return teams.flatMap(team => [
      team,
      ...this.#withAllBelow(this.#takeBelow(team.id)),
    ]);
  }

  /** Child teams. Each is visited once, in case of cycles. */
  #takeBelow(teamId: number | undefined): TeamMembers[] {
    const below = this.#below.get(teamId) ?? [];
    this.#below.delete(teamId);
    return below;
  }

  #unite(a: Unit, b: Unit): Unit {
    const more = this.#without(b.members, [a]);
    return {
      teams: [...a.teams, ...b.teams],
      members: [...Array.from(a.members), ...more],
      rest: a.rest || b.rest,
    };
  }

  #without(members: ElementSet, units: Unit[]): number[] {
    this.#mark++;
    for (const unit of units) {
      for (let i = 0; i < unit.members.length; i++) {
        this.#marks[unit.members[i]] = this.#mark;
      }
    }
    const outside: number[] = [];
    for (let i = 0; i < members.length; i++) {
      if (this.#marks[members[i]] !== this.#mark) {
        outside.push(members[i]);
      }
    }
    return outside;
  }
}

/**
 * Chooses the groups to publish, based on team membership alone. No set of
 * fewer than `minimum` people can be derived from the chosen groups. Fewer than
 * twice as many people are not broken down.
 *
 * From the top down, teams that are too small are merged with their smallest
 * sibling. Of the others, the largest are taken first. A team that would leave
 * too few people on either side is not published, but becomes part of the rest
 * of its parent.
 *
 * Attributes split the same people further, after teams or before them, with
 * the same guarantee for combinations.
 */
export function chooseGroups(
  people: number,
  teams: TeamMembers[],
  minimum: number,
  attributes: AttributeMembers[] = [],
): Choice {
  const chooser = new GroupChooser(people, teams, minimum);
  return chooser.choose(attributes);
}

function unitOf(team: TeamMembers): Unit {
  return { teams: [team], members: team.members, rest: false };
}

// A team whose parent is unknown or has no members becomes a root.
function childrenByParent(teams: TeamMembers[]) {
  const known = new Set(teams.map(({ id }) => id));
  return Map.groupBy(teams, ({ parentId }) =>
    parentId !== undefined && known.has(parentId) ? parentId : undefined,
  );
}

function bySize(a: Unit, b: Unit): number {
  return (
    a.members.length - b.members.length ||
    Number(b.rest) - Number(a.rest) ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}

function nameOf({ teams }: Unit): string {
  return teams[0]?.name ?? '';
}

function insertBySize(units: Unit[], unit: Unit): void {
  const index = units.findIndex(other => bySize(unit, other) < 0);
  units.splice(index < 0 ? units.length : index, 0, unit);
}
