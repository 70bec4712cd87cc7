import {
  alertRules,
  Diagnostic,
} from 'backstage-plugin-adoption-metrics-common';
import { RecipientReader, UnreachableRecipient } from '../people';
import { AlertRouting } from './AlertRouting';
import { NOTIFICATIONS } from './channels/NotificationChannel';
import { RecipientList } from './RecipientList';

const base = { id: 'alert-recipients', label: 'Alert recipients' };

const SET_RECIPIENTS =
  'Add a user or a group with members to the recipients of the deadline, under Adoption → Settings, or set adoptionMetrics.alerts.recipients or adoptionMetrics.alerts.webhook.url.';

const catalogSilent: Diagnostic = {
  ...base,
  status: 'unknown',
  detail: 'Could not check alert recipients: the catalog did not respond.',
  fix: 'Check that the catalog plugin responds.',
};

/**
 * Whether somebody is notified when the deadline is at risk, and which
 * recipients cannot be reached.
 */
export async function checkRecipients(known: {
  routing: Pick<AlertRouting, 'channelsInUse' | 'channelsOf'>;
  recipients: Pick<RecipientList, 'of' | 'ofAll'>;
  reader: Pick<RecipientReader, 'unreachable'>;
  isDeadlineSet(): Promise<boolean>;
}): Promise<Diagnostic> {
  const { routing, recipients, reader, isDeadlineSet } = known;
  const refs = await recipients.ofAll(await notifyingRules(routing));
  const unreachable = await reader.unreachable(refs).catch(() => undefined);
  if (!unreachable) {
    return catalogSilent;
  }
  const reached = await recipients.of('deadline');
  const channels = await routing.channelsOf('deadline');
  const isNotified = channels.some(
    name => name !== NOTIFICATIONS || reachesSomebody(reached, unreachable),
  );
  const used = await routing.channelsInUse();
  if (!isNotified && (await isDeadlineSet())) {
    return nobodyNotified(used, unreachable);
  }
  return unreachable.length > 0
    ? someUnreachable(unreachable)
    : { ...base, status: 'ok', detail: describeChannels(used) };
}

async function notifyingRules(routing: Pick<AlertRouting, 'channelsOf'>) {
  const channels = await Promise.all(
    alertRules.map(rule => routing.channelsOf(rule)),
  );
  return alertRules.filter((_, at) => channels[at].includes(NOTIFICATIONS));
}

function reachesSomebody(
  recipients: string[],
  unreachable: UnreachableRecipient[],
): boolean {
  const inVain = unreachable.map(({ entityRef }) => entityRef);
  return recipients.some(ref => !inVain.includes(ref));
}

function nobodyNotified(
  channels: string[],
  unreachable: UnreachableRecipient[],
): Diagnostic {
  const why = unreachable.length > 0 ? `: ${describe(unreachable)}` : '';
  return {
    ...base,
    status: 'problem',
    detail: `A deadline is set, but no one is notified when it is at risk${why}.`,
    fix:
      channels.length > 0 && unreachable.length === 0
        ? enableRule(channels)
        : SET_RECIPIENTS,
  };
}

function enableRule(channels: string[]): string {
  const names = channels.join(', ');
  return `Enable adoptionMetrics.alerts.rules.deadline, with recipients and at least one of the channels that are set up: ${names}.`;
}

function someUnreachable(unreachable: UnreachableRecipient[]): Diagnostic {
  return {
    ...base,
    status: 'warning',
    detail: `Some alert recipients cannot be reached: ${describe(
      unreachable,
    )}.`,
    fix: 'Add members to the group, or correct the recipients of the deadline, adoptionMetrics.alerts.recipients, and the recipients of its rules.',
  };
}

function describe(unreachable: UnreachableRecipient[]): string {
  return unreachable.map(({ fault }) => fault).join('; ');
}

function describeChannels(channels: string[]): string {
  return channels.length > 0
    ? `Alerts are sent through: ${channels.join(', ')}.`
    : 'No one is notified of alerts. Set recipients before you set a deadline.';
}
