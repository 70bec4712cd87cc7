import {
  apiLocale,
  formatTargetValue,
  inEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import { countFixesNeeded } from '../countFixesNeeded';
import { AppliedRule } from '../rules/StalenessRule';
import { ScanFinding } from '../ScanFinding';
import { OwnerReading } from '../StalenessReading';

/** The longest stale entities are listed; the page shows all of them. */
export const MOST_NAMED = 5;

/** A notification for one owner. */
export interface OwnerNotification {
  title: string;
  text: string;
}

/**
 * Writes the notification for one owner. It only names their entities;
 * sentences of findings are not included, because they may mention others.
 *
 * @param listed.named - one finding per entity to list
 * @param target - the share of stale entities must be below this
 */
export function composeNotification(
  owner: OwnerReading,
  {
    named,
    rules,
  }: {
    named: ScanFinding[];
    rules: Pick<AppliedRule, 'reason' | 'definition'>[];
  },
  { total, stale, target }: { total: number; stale: number; target: number },
): OwnerNotification {
  const more = owner.stale - named.length;
  const lines = named.map(({ entityRef, reason }) => {
    const rule = rules.find(each => each.reason === reason);
    return `${entityRef}: ${rule ? inEnglish(rule.definition) : reason}`;
  });
  return {
    title: titleFor(owner),
    text: [
      ...lines,
      ...(more > 0 ? [`And ${more} more.`] : []),
      describeTarget({ total, stale, target }),
    ].join('\n'),
  };
}

function titleFor({ stale, total }: OwnerReading) {
  if (stale === total) {
    return total === 1
      ? 'Your only catalog entity is stale'
      : `All ${total} of your catalog entities are stale`;
  }
  return `${stale} of your ${total} catalog entities ${verbFor(stale)} stale`;
}

function verbFor(count: number): string {
  return count === 1 ? 'is' : 'are';
}

/** How far the whole catalog is from its target. */
function describeTarget(counts: {
  total: number;
  stale: number;
  target: number;
}) {
  const { total, stale, target } = counts;
  const fixes = countFixesNeeded(counts);
  const goal = `the target of under ${formatTargetValue(
    { operator: '<', value: target },
    'share',
    apiLocale,
  )}`;
  const all = `Across the catalog, ${stale} of ${total} entities ${verbFor(
    stale,
  )} stale`;
  return fixes === 0
    ? `${all}, which meets ${goal}.`
    : `${all}. Fixes needed to meet ${goal}: ${fixes}.`;
}
