import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { type Language } from '../../ui/format';

interface GuardNote {
  text: string;
  warning: boolean;
}

/** What became of the latest catalog sync, in sentences. */
export function guardNotes(
  guard: DeveloperPreview['guard'],
  { t, format }: Language,
): GuardNote[] {
  if (!guard) {
    return [{ text: t('settings.developers.notRead'), warning: true }];
  }
  const { held, rekeyed, joined, departed } = guard;
  const notes: GuardNote[] = [
    {
      text: t('settings.developers.latestSync', {
        joined: format.count(joined),
        departed: format.count(departed),
      }),
      warning: false,
    },
  ];
  if (held) {
    notes.push({ text: t('settings.developers.held'), warning: true });
  }
  if (rekeyed) {
    notes.push({ text: t('settings.developers.rekeyed'), warning: true });
  }
  return notes;
}
