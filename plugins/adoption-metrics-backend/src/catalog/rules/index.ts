import type { CatalogConfig } from '../config';
import { orphanRule } from './orphan';
import { ownerMissingRule } from './ownerMissing';
import { ownerUnknownRule } from './ownerUnknown';
import { processingErrorRule } from './processingError';
import { sourceErrorRule } from './sourceError';
import { StalenessRule } from './StalenessRule';

export type { StalenessRule, StalenessVerdict } from './StalenessRule';

/** The rules that the configuration leaves switched on. */
export function createStalenessRules(config: CatalogConfig): StalenessRule[] {
  return [
    orphanRule(),
    processingErrorRule(config.processingErrorGrace),
    sourceErrorRule(),
    ownerMissingRule(config.placeholders),
    ownerUnknownRule(config.placeholders),
  ].filter(({ reason }) => !config.disabledRules.includes(reason));
}
