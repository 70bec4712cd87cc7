import {
  alertRules,
  Diagnostic,
} from 'backstage-plugin-adoption-metrics-common';
import { RecipientReader, UnreachableRecipient } from '../people';
import { AlertRouting } from './AlertRouting';
import { NOTIFICATIONS } from './channels/NotificationChannel';
import { AlertsConfig, recipientsOf } from './config';

const base = { id: 'alert-recipients', label: 'Recipients of alerts' };

const SET_RECIPIENTS =
  'Set adoptionMetrics.alerts.recipients to a user or a group with members, such as group:default/portal-team, or set adoptionMetrics.alerts.webhook.url.';

const catalogSilent: Diagnostic = {
  ...base,
  status: 'unknown',
  detail:
    'The catalog did not say whether the recipients of alerts reach anybody.',
  fix: 'Check that the catalog plugin responds.',
};

type Recipients = Pick<AlertsConfig, 'recipients' | 'rules'>;

/** Whether somebody is notified when the deadline is at risk, and who is not. */
export async function checkRecipients(known: {
  config: Recipients;
  routing: Pick<AlertRouting, 'channels' | 'channelsOf'>;
  recipients: Pick<RecipientReader, 'unreachable'>;
  isDeadlineSet(): Promise<boolean>;
}): Promise<Diagnostic> {
  const { config, routing, recipients, isDeadlineSet } = known;
  const refs = alertRules
    .filter(rule => routing.channelsOf(rule).includes(NOTIFICATIONS))
    .flatMap(rule => recipientsOf(config, rule));
  const unreachable = await recipients.unreachable(refs).catch(() => undefined);
  if (!unreachable) {
    return catalogSilent;
  }
  const isNotified = routing
    .channelsOf('deadline')
    .some(
      name => name !== NOTIFICATIONS || reachesSomebody(config, unreachable),
    );
  if (!isNotified && (await isDeadlineSet())) {
    return nobodyNotified(routing.channels, unreachable);
  }
  return unreachable.length > 0
    ? someUnreachable(unreachable)
    : { ...base, status: 'ok', detail: describeChannels(routing.channels) };
}

/** Whether a notification about the deadline does. */
function reachesSomebody(
  config: Recipients,
  unreachable: UnreachableRecipient[],
): boolean {
  const inVain = unreachable.map(({ entityRef }) => entityRef);
  return recipientsOf(config, 'deadline').some(ref => !inVain.includes(ref));
}

function nobodyNotified(
  channels: string[],
  unreachable: UnreachableRecipient[],
): Diagnostic {
  const why = unreachable.length > 0 ? `: ${describe(unreachable)}` : '';
  return {
    ...base,
    status: 'problem',
    detail: `A deadline is set, but nobody is notified when it is at risk${why}.`,
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
    detail: `Some recipients of alerts reach nobody: ${describe(unreachable)}.`,
    fix: 'Add members to the group, or correct adoptionMetrics.alerts.recipients and the recipients of its rules.',
  };
}

function describe(unreachable: UnreachableRecipient[]): string {
  return unreachable.map(({ fault }) => fault).join('; ');
}

function describeChannels(channels: string[]): string {
  return channels.length > 0
    ? `Alerts are sent through: ${channels.join(', ')}.`
    : 'Nobody is notified of alerts. Once a deadline is set, somebody should be.';
}
