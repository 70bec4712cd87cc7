import { SuppressionReason } from 'backstage-plugin-adoption-metrics-common';

/** Below this size, a group does not show that nobody or everybody was active. */
const REVEALING_SIZE = 10;

/** Some people, and how many of them were active. */
export interface Group {
  size: number;
  active: number;
}

/** A group within groups; `parentId` is that of the next larger one shown. */
export interface NestedGroup extends Group {
  id: string;
  parentId: string | undefined;
}

/** Why the number of active people of a group may not be shown; undefined if it may. */
export function suppressionOf(
  { size, active }: Group,
  minimumGroupSize: number,
): SuppressionReason | undefined {
  if (size < minimumGroupSize) {
    return 'too-few-people';
  }
  const extreme = active === 0 || active >= size;
  return extreme && size < REVEALING_SIZE ? 'reveals-everybody' : undefined;
}

/**
 * Which groups are not shown, and why. The sizes of groups are no secret; how
 * many of a hidden group were active must not follow from the groups shown
 * around it. For that, among the groups within one
 *
 * - none is hidden alone: the next smallest is hidden with it;
 * - what is hidden, together with those who are in none of the groups, could be
 *   shown as a group of its own, for that is what subtraction gives;
 * - all are hidden if the one around them is.
 *
 * The guarantee holds where the groups within one have nobody in common.
 *
 * @param whole - everybody, around the groups without a parent
 */
export function suppress(
  groups: NestedGroup[],
  {
    minimumGroupSize,
    whole,
  }: { minimumGroupSize: number; whole: Group | undefined },
): Map<string, SuppressionReason> {
  const hidden = new Map<string, SuppressionReason>();
  const byParent = childrenByParent(groups);
  const descend = (parent: Group | undefined, id: string | undefined) => {
    const children = byParent.get(id) ?? [];
    byParent.delete(id);
    const reasons = hidden.has(id ?? '')
      ? hideAll(children, minimumGroupSize)
      : suppressSiblings(children, parent, minimumGroupSize);
    reasons.forEach((reason, child) => hidden.set(child, reason));
    children.forEach(child => descend(child, child.id));
  };
  descend(whole, undefined);
  return hidden;
}

// A group whose parent is unknown stands beside those that have none.
function childrenByParent(groups: NestedGroup[]) {
  const known = new Set(groups.map(({ id }) => id));
  return Map.groupBy(groups, ({ parentId }) =>
    parentId && known.has(parentId) ? parentId : undefined,
  );
}

type Reasons = Map<string, SuppressionReason>;

function hideAll(groups: NestedGroup[], minimumGroupSize: number): Reasons {
  return new Map(
    groups.map(group => [
      group.id,
      suppressionOf(group, minimumGroupSize) ?? 'complementary',
    ]),
  );
}

function suppressSiblings(
  siblings: NestedGroup[],
  parent: Group | undefined,
  minimumGroupSize: number,
): Reasons {
  const reasons: Reasons = new Map();
  for (const group of siblings) {
    const reason = suppressionOf(group, minimumGroupSize);
    if (reason) {
      reasons.set(group.id, reason);
    }
  }
  const rest = outsideOf(siblings, parent);
  const next = siblings
    .filter(({ id }) => !reasons.has(id))
    .sort((a, b) => a.size - b.size || (a.id < b.id ? -1 : 1));
  while (
    next.length > 0 &&
    reveals(siblings, rest, { reasons, minimumGroupSize })
  ) {
    reasons.set(next.shift()!.id, 'complementary');
  }
  return reasons;
}

function reveals(
  siblings: NestedGroup[],
  rest: Group,
  { reasons, minimumGroupSize }: { reasons: Reasons; minimumGroupSize: number },
): boolean {
  const hidden = siblings.filter(({ id, size }) => reasons.has(id) && size > 0);
  if (hidden.length === 0) {
    return false;
  }
  const together = sum([...hidden, rest]);
  const extreme = together.active === 0 || together.active >= together.size;
  return hidden.length === 1 || extreme || together.size < minimumGroupSize;
}

/** The members of a group who are in none of the groups within it. */
function outsideOf(groups: Group[], parent: Group | undefined): Group {
  const inside = sum(groups);
  return {
    size: Math.max(0, (parent?.size ?? 0) - inside.size),
    active: Math.max(0, (parent?.active ?? 0) - inside.active),
  };
}

function sum(groups: Group[]): Group {
  return groups.reduce(
    (total, { size, active }) => ({
      size: total.size + size,
      active: total.active + active,
    }),
    { size: 0, active: 0 },
  );
}
