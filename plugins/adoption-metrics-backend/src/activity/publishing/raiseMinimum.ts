import { ChosenGroup } from './chooseGroups';
import { ChosenAttribute, raiseValues } from './chooseValues';
import { Partition } from './Partition';

/** Rebuilds the tree of the remaining groups. */
class Regrouping<T> {
  readonly #regrouped: Array<ChosenGroup<T>> = [];

  constructor(
    private readonly groups: Array<ChosenGroup<T>>,
    private readonly kept: ReadonlySet<number>,
  ) {}

  regroup(everybody: number[]): Array<ChosenGroup<T>> {
    this.#addBelow(undefined, undefined, everybody);
    return this.#regrouped;
  }

  /**
   * @param above - index of the remaining parent; undefined for a root
   * @param parent - its new index
   */
  #addBelow(
    above: number | undefined,
    parent: number | undefined,
    atoms: number[],
  ): void {
    const below = this.groups.flatMap((_, index) =>
      this.#keptAbove(index) === above ? [index] : [],
    );
    const shown = below.filter(index => this.kept.has(index));
    const places = shown.map(index => {
      const teams = [...this.groups[index].teams];
      return this.#regrouped.push({ ...this.groups[index], parent, teams }) - 1;
    });
    const hidden = below.filter(index => !this.kept.has(index));
    const teams = hidden.flatMap(index => teamsOf(this.groups[index]));
    this.#addOthers(parent, { atoms, shown, teams });
    shown.forEach((index, i) =>
      this.#addBelow(index, places[i], this.groups[index].atoms),
    );
  }

  #addOthers(
    parent: number | undefined,
    within: { atoms: number[]; shown: number[]; teams: T[] },
  ): void {
    const { shown, teams } = within;
    const inside = new Set(shown.flatMap(index => this.groups[index].atoms));
    const atoms = within.atoms.filter(atom => !inside.has(atom));
    const isParent = parent !== undefined && shown.length === 0;
    if (atoms.length > 0 && !isParent) {
      const kind = 'others';
      this.#regrouped.push({ kind, parent, team: undefined, teams, atoms });
    } else if (parent !== undefined) {
      this.#regrouped[parent].teams.push(...teams);
    }
  }

  /** The closest remaining ancestor of a group. */
  #keptAbove(index: number): number | undefined {
    let above = this.groups[index].parent;
    while (above !== undefined && !this.kept.has(above)) {
      above = this.groups[above].parent;
    }
    return above;
  }
}

/**
 * Published groups with a larger minimum: the same groups, as long as no
 * smaller set can be derived from them. Hidden groups become part of the rest
 * of their closest remaining ancestor.
 *
 * @param atomSizes - the number of people in each atom
 */
export function raiseMinimum<T>(
  groups: Array<ChosenGroup<T>>,
  atomSizes: readonly number[],
  minimum: number,
): Array<ChosenGroup<T>> {
  return raiseAll({ groups, attributes: [] }, atomSizes, minimum).groups;
}

/** All published groups of a period. */
interface PublishedGroups<T> {
  groups: Array<ChosenGroup<T>>;
  attributes: ChosenAttribute[];
}

/** Like `raiseMinimum`, for teams and attributes together. */
export function raiseAll<T>(
  { groups, attributes }: PublishedGroups<T>,
  atomSizes: readonly number[],
  minimum: number,
): PublishedGroups<T> {
  const atoms = atomSizes.map((_, atom) => atom);
  const partition = new Partition(atoms.length, minimum, atomSizes);
  if (partition.weigh(atoms) < 2 * minimum) {
    return { groups: [], attributes: [] };
  }
  const raised = new Map<ChosenAttribute, ChosenAttribute>();
  const raiseSome = (beforeTeams: boolean) =>
    attributes
      .filter(each => each.beforeTeams === beforeTeams)
      .forEach(each => raised.set(each, raiseValues(each, partition, atoms)));
  raiseSome(true);
  const kept = keptGroups(groups, partition);
  raiseSome(false);
  return {
    groups: new Regrouping(groups, kept).regroup(atoms),
    attributes: attributes.map(each => raised.get(each)!),
  };
}

function keptGroups<T>(
  groups: Array<ChosenGroup<T>>,
  partition: Partition,
): ReadonlySet<number> {
  const candidates = groups
    .map((group, index) => ({ ...group, index }))
    .filter(({ kind }) => kind !== 'others')
    .sort((a, b) => partition.weigh(b.atoms) - partition.weigh(a.atoms));
  return new Set(
    candidates
      .filter(group => partition.accept(group.atoms))
      .map(({ index }) => index),
  );
}

function teamsOf<T>({ team, teams }: ChosenGroup<T>): T[] {
  return team === undefined ? teams : [team, ...teams];
}
