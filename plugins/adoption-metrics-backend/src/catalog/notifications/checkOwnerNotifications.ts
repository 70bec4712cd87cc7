import {
  Diagnostic,
  diagnosticOf,
  listed,
  say,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { latestDue, ReportingZone } from '../../time';
import { OwnerNotificationConfig } from '../config';
import { OwnerNotificationStore } from './OwnerNotificationStore';

/** Further owners are only counted. */
const MOST_NAMED = 10;

/** Whether the notifications of this week reach somebody. */
export async function checkOwnerNotifications(handles: {
  store: Pick<OwnerNotificationStore, 'unreachableSince'>;
  config: OwnerNotificationConfig;
  clock: Clock;
  zone: ReportingZone;
}): Promise<Diagnostic> {
  const { store, config, clock, zone } = handles;
  const due = latestDue(clock.now(), zone, config.when);
  const unreachable = await store.unreachableSince(due);
  return diagnosticOf(
    'owner-notifications',
    unreachable.length === 0
      ? { status: 'ok', detail: [say('health.owner-notifications.ok')] }
      : {
          status: 'warning',
          detail: [
            say('health.owner-notifications.unreachable', {
              owners: namesOf(unreachable),
            }),
          ],
          fix: say('health.owner-notifications.fix'),
        },
  );
}

function namesOf(refs: string[]): WordingValue {
  const count = refs.length - MOST_NAMED;
  return listed(
    count > 0
      ? [
          ...refs.slice(0, MOST_NAMED),
          say('health.owner-notifications.more', { count }),
        ]
      : refs,
    'and',
  );
}
