import { entitiesToRepair } from '../entitiesToRepair';
import { ScanFinding } from '../ScanFinding';
import { StalenessReading } from '../StalenessReading';

/** The longest stale are named; the page has them all. */
export const MOST_NAMED = 5;

/** What one owner reads. */
export interface OwnerNotification {
  title: string;
  text: string;
}

/**
 * @param named - findings to name, one of each entity
 * @param target - share that stale entities must stay below
 */
export function composeNotification(
  owner: StalenessReading['byOwner'][number],
  named: ScanFinding[],
  { total, stale, target }: { total: number; stale: number; target: number },
): OwnerNotification {
  const more = owner.stale - named.length;
  const lines = named.map(
    ({ entityRef, sentence }) => `${entityRef}: ${sentence}`,
  );
  return {
    title: titleFor(owner),
    text: [
      ...lines,
      ...(more > 0 ? [`And ${more} more.`] : []),
      describeTarget({ total, stale, target }),
    ].join('\n'),
  };
}

function titleFor({ stale, total }: StalenessReading['byOwner'][number]) {
  if (total === 1) {
    return 'Your only entity in the catalog is stale';
  }
  const share = total === undefined ? 'your' : `your ${total}`;
  return `${stale} of ${share} entities in the catalog ${
    stale === 1 ? 'is' : 'are'
  } stale`;
}

/** How far the whole catalog is from its target. */
function describeTarget(counts: {
  total: number;
  stale: number;
  target: number;
}) {
  const { total, stale, target } = counts;
  const repairs = entitiesToRepair(counts);
  const goal = `the target of under ${Number((target * 100).toFixed(2))}%`;
  const all = `In the whole catalog ${stale} of ${total} are stale`;
  return repairs === 0
    ? `${all}, which meets ${goal}.`
    : `${all}; ${repairs} ${
        repairs === 1 ? 'repair meets' : 'repairs meet'
      } ${goal}.`;
}
