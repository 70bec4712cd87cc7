import {
  apiLocale,
  Bottleneck,
  formatShare,
} from 'backstage-plugin-adoption-metrics-common';
import { Answers, currentValue } from '../answers';
import { DecisionNumber } from '../published';
import { whyUnknown } from './known';

/**
 * Whether others than its team change the portal, beside how it is elsewhere.
 *
 * @param elsewhere - share of changes from outside; undefined if none is known
 */
export function bottleneckOf(
  { values: { outsideChanges } }: Pick<Answers, 'values'>,
  elsewhere: DecisionNumber | undefined,
): Bottleneck {
  const share = currentValue(outsideChanges);
  if (share === undefined) {
    const reason = whyUnknown(outsideChanges);
    return {
      state: 'unknown',
      outsideChanges: null,
      sentence: `Share of changes from outside the portal’s team: ${reason}`,
    };
  }
  const said = `${percent(
    share,
  )} of the changes to the portal come from outside its team`;
  const least = elsewhere?.low ?? undefined;
  if (least === undefined) {
    return { state: 'unknown', outsideChanges: share, sentence: `${said}.` };
  }
  const beside = `${elsewhere!.title}: ${percent(least)}.`;
  return share >= least
    ? { state: 'met', outsideChanges: share, sentence: `${said}. ${beside}` }
    : {
        state: 'not-met',
        outsideChanges: share,
        sentence: `${said}: the rest depends on the team. ${beside}`,
      };
}

function percent(share: number): string {
  return formatShare(share, apiLocale);
}
