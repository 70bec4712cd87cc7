import { useAddress } from '../../ui/address';
import type { StaleEntitiesQuery } from './entityFile';

export const wholes = ['all', 'mine', 'exempt'] as const;

type Whole = (typeof wholes)[number];

const parametersOf: Record<Whole, StaleEntitiesQuery> = {
  all: {},
  mine: { owner: 'me' },
  exempt: { state: 'exempt' },
};

/** Owners are entity refs, or nobody. */
const ownerRef = /^(none|[^:/\s]{1,63}:[^:/\s]{1,253}\/[^:/\s]{1,253})$/;

/** What the page is narrowed to, as its address says. */
export type CatalogChoice = ReturnType<typeof useCatalogChoice>;

/** @param known - what the last scan found */
export function useCatalogChoice(known: {
  reasons: string[];
  kinds: string[];
}) {
  const { read, readOneOf, change } = useAddress();
  const whole = readOneOf('show', wholes) ?? 'all';
  const asked = read('owner');
  const owner = asked && ownerRef.test(asked) ? asked : undefined;
  const reason = readOneOf('reason', known.reasons);
  const kind = readOneOf('kind', known.kinds);
  const parameters: StaleEntitiesQuery = {
    ...parametersOf[whole],
    ...(owner && { owner }),
    reason,
    kind,
  };
  return {
    whole,
    owner,
    reason,
    kind,
    parameters,
    // Both say whose entities are listed.
    chooseWhole: (chosen: Whole) =>
      change({
        show: chosen === 'all' ? undefined : chosen,
        owner: undefined,
      }),
    chooseOwner: (chosen: string | undefined) =>
      change({
        owner: chosen === owner ? undefined : chosen,
        show: undefined,
      }),
    chooseReason: (chosen: string | undefined) =>
      change({ reason: chosen === reason ? undefined : chosen }),
    chooseKind: (chosen: string | undefined) =>
      change({ kind: chosen === kind ? undefined : chosen }),
  };
}
