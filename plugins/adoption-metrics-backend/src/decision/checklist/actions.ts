import {
  RecommendedAction,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { offeredPlugins } from '../../activity';
import { actionOf, DigestFacts, lastDayOf, missed } from '../../digest';

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
  const used = offeredPlugins(plugins.map(({ id }) => id)).length;
  const isOver = pluginCap !== null && used > pluginCap;
  const day = lastDayOf(days);
  return missed(facts, 'active-users') && isOver
    ? [
        actionOf('simplify', 'active-users', {
          title: say('actions.simplify', { count: pluginCap }),
          reason: [
            day
              ? say('actions.simplify.because-in-weeks', { used, day })
              : say('actions.simplify.because', { used }),
          ],
        }),
      ]
    : [];
}
