import {
  genericChoices,
  type ChosenOption,
} from 'backstage-plugin-adoption-metrics-common';
import type { ScorecardLanguage } from '../format';

/** What was or can be decided: an option, or one of what there always is. */
export function chosenTitle(
  { id, title }: ChosenOption,
  { t }: Pick<ScorecardLanguage, 't'>,
): string {
  const known = genericChoices.find(each => each === id);
  return known ? t(`common.decided.${known}`) : title;
}
