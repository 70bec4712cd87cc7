import {
  discardReasons,
  dropReasons,
} from 'backstage-plugin-adoption-metrics-common';
import type { Translate } from '../../ui/format';

/** Why a load was not measured. One that a newer server knows goes by its id. */
export function discardReasonText(reason: string, t: Translate): string {
  const known = discardReasons.find(each => each === reason);
  return known ? t(`pageLoad.coverage.discard.${known}`) : reason;
}

/** Why a browser gave up a report, likewise. */
export function dropReasonText(reason: string, t: Translate): string {
  const known = dropReasons.find(each => each === reason);
  return known ? t(`pageLoad.coverage.drop.${known}`) : reason;
}
