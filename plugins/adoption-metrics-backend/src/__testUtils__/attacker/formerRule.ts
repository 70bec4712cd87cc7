/**
 * How numbers were hidden before: by how many people were active, which tells
 * what is hidden (docs/adr/0011). Kept so that the attacker can be seen to find
 * what leaked.
 */
type Reason = 'too-few-people' | 'reveals-everybody' | 'complementary';

export interface Group {
  id: string;
  people: readonly number[];
  active: number;
}

/** Below this size, a group did not show that nobody or everybody was active. */
const REVEALING_SIZE = 10;

/** Which groups side by side were hidden, and why. */
export function hide(
  groups: Group[],
  { around, minimum }: { around: Group; minimum: number },
): Map<string, Reason> {
  const reasons = new Map<string, Reason>();
  for (const group of groups) {
    const reason = reasonOf(group, minimum);
    if (reason) {
      reasons.set(group.id, reason);
    }
  }
  const next = groups
    .filter(({ id }) => !reasons.has(id))
    .sort((a, b) => a.people.length - b.people.length);
  while (next.length > 0 && reveals(groups, reasons, { around, minimum })) {
    reasons.set(next.shift()!.id, 'complementary');
  }
  return reasons;
}

/** Why a group was hidden on its own account. */
export function reasonOf(
  { people, active }: Group,
  minimum: number,
): Reason | undefined {
  if (people.length < minimum) {
    return 'too-few-people';
  }
  return isExtreme(active, people.length) && people.length < REVEALING_SIZE
    ? 'reveals-everybody'
    : undefined;
}

function reveals(
  groups: Group[],
  reasons: Map<string, Reason>,
  { around, minimum }: { around: Group; minimum: number },
): boolean {
  const hidden = groups.filter(({ id }) => reasons.has(id));
  if (hidden.length === 0) {
    return false;
  }
  const shown = groups.filter(({ id }) => !reasons.has(id));
  const size = around.people.length - sum(shown, each => each.people.length);
  const active = around.active - sum(shown, each => each.active);
  return hidden.length === 1 || size < minimum || isExtreme(active, size);
}

function isExtreme(active: number, size: number): boolean {
  return active === 0 || active >= size;
}

function sum(groups: Group[], valueOf: (group: Group) => number): number {
  return groups.reduce((total, group) => total + valueOf(group), 0);
}
