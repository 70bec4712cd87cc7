import {
  Diagnostic,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { latestDue, ReportingZone } from '../../time';
import { OwnerNotificationConfig } from '../config';
import { OwnerNotificationStore } from './OwnerNotificationStore';

/** Further owners are only counted. */
const MOST_NAMED = 10;

const names = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** Whether this week's notifications reach the owners. */
export async function checkOwnerNotifications(handles: {
  store: Pick<OwnerNotificationStore, 'unreachableSince'>;
  config: OwnerNotificationConfig;
  clock: Clock;
  zone: ReportingZone;
}): Promise<Diagnostic> {
  const { store, config, clock, zone } = handles;
  const base = { id: 'owner-notifications', label: 'Owner notifications' };
  const due = latestDue(clock.now(), zone, config.when);
  const unreachable = await store.unreachableSince(due);
  return unreachable.length === 0
    ? {
        ...base,
        status: 'ok',
        detail: 'Every owner who was notified this week has members.',
      }
    : {
        ...base,
        status: 'warning',
        detail: `Notifications of stale entities have no recipients at ${namesOf(
          unreachable,
        )}.`,
        fix: 'Add members to these groups, or assign their entities to another owner. Delivery is retried for two days.',
      };
}

function namesOf(refs: string[]): string {
  const more = refs.length - MOST_NAMED;
  return names.format(
    more > 0
      ? [...refs.slice(0, MOST_NAMED), writeCount(more, 'other', 'others')]
      : refs,
  );
}
