import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';

/** Names of built-in channels. */
const OWN = ['notifications', 'webhook', 'events'];

/**
 * @throws Error if the name is invalid or taken
 */
export function assertChannel(
  { name }: AlertChannel,
  added: AlertChannel[],
): void {
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) {
    throw new Error(
      `The alert channel name '${name}' is invalid; expected up to 32 lower-case letters, digits and dashes, beginning with a letter`,
    );
  }
  if ([...OWN, ...added.map(each => each.name)].includes(name)) {
    throw new Error(`An alert channel named '${name}' already exists`);
  }
}
