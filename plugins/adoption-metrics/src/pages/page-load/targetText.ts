import type { Language } from '../../ui/format';

/** "target under 5 s". */
export function targetText(
  targetSeconds: number,
  { t, format }: Language,
): string {
  const target = { operator: '<', value: targetSeconds } as const;
  return t('pageLoad.targetUnder', {
    target: format.target(target, 'seconds'),
  });
}
