import { EntityMemory } from '../scan/FactsReader';

/** Knows nothing of any entity. */
export const forgetful: EntityMemory = {
  ages: { observe: async () => new Map() },
  verifications: { latestOf: async () => new Map() },
};
