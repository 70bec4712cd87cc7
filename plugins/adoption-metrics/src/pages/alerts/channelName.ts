import type { Translate } from '../../ui/format';

const ours = ['notifications', 'webhook', 'events'] as const;

/** A channel as people call it; those that a portal added have their own name. */
export function channelName(channel: string, t: Translate): string {
  const known = ours.find(each => each === channel);
  return known ? t(`alerts.channel.${known}`) : channel;
}
