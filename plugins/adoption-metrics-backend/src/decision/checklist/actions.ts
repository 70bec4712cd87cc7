import {
  RecommendedAction,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { offeredPlugins } from '../../activity';
import { DigestFacts, during, missed } from '../../digest';

/**
 * What a digest recommends to a portal that is stuck.
 *
 * @param pluginCap - how many plugins it should have at most; null if unknown
 */
export function checklistActions(
  facts: Pick<DigestFacts, 'metrics' | 'fourWeeks'>,
  pluginCap: number | null,
): RecommendedAction[] {
  const { days, plugins } = facts.fourWeeks;
  const offered = offeredPlugins(plugins.map(({ id }) => id));
  const isOver = pluginCap !== null && offered.length > pluginCap;
  return missed(facts, 'active-users') && isOver
    ? [
        {
          id: 'simplify',
          title: `Limit the portal to ${writeCount(
            pluginCap,
            'plugin',
            'plugins',
          )}`,
          reason: `${offered.length} plugins were used${during(
            days,
          )}, excluding built-in plugins.`,
          page: 'active-users',
        },
      ]
    : [];
}
