import type { DeveloperPreview } from 'backstage-plugin-adoption-metrics-common';
import { formatCount, formatCountOf } from '../../ui/format';

interface GuardNote {
  text: string;
  warning: boolean;
}

/** What became of the newest reading of the catalog, in sentences. */
export function guardNotes(guard: DeveloperPreview['guard']): GuardNote[] {
  if (!guard) {
    return [
      { text: 'The catalog has not been read completely yet.', warning: true },
    ];
  }
  const { held, rekeyed, joined, departed } = guard;
  const notes = [
    {
      text: `At the newest reading of the catalog ${formatCountOf(
        joined,
        'developer',
      )} joined and ${formatCount(departed)} left.`,
      warning: false,
    },
  ];
  if (held) {
    notes.push({
      text: 'The number fell so suddenly that it is not believed yet: the last one holds until the fall is seen a second time.',
      warning: true,
    });
  }
  if (rekeyed) {
    notes.push({
      text: 'Many people vanished as as many others appeared. Identities may have been renamed: whoever manages people can merge the old with the new ones.',
      warning: true,
    });
  }
  return notes;
}
