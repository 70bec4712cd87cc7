import type { Translate } from '../../ui/format';

const discards = [
  'hidden',
  'sleep',
  'back-forward-cache',
  'prerender',
  'unsettled',
  'superseded',
] as const;

const drops = ['storage-full', 'too-old', 'refused'] as const;

/** Why a load was not measured. One that a newer server knows goes by its id. */
export function discardReasonText(reason: string, t: Translate): string {
  const known = discards.find(each => each === reason);
  return known ? t(`pageLoad.coverage.discard.${known}`) : reason;
}

/** Why a browser gave up a report, likewise. */
export function dropReasonText(reason: string, t: Translate): string {
  const known = drops.find(each => each === reason);
  return known ? t(`pageLoad.coverage.drop.${known}`) : reason;
}
