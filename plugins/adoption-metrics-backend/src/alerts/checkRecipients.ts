import {
  alertRules,
  Diagnostic,
  diagnosticOf,
  Finding,
  listed,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { RecipientReader, UnreachableRecipient } from '../people';
import { AlertRouting } from './AlertRouting';
import { NOTIFICATIONS } from './channels/NotificationChannel';
import { RecipientList } from './RecipientList';

const catalogSilent: Finding = {
  status: 'unknown',
  detail: [say('health.alert-recipients.unknown')],
  fix: say('health.alert-recipients.unknown.fix'),
};

interface Known {
  routing: Pick<AlertRouting, 'channelsInUse' | 'channelsOf'>;
  recipients: Pick<RecipientList, 'of' | 'ofAll'>;
  reader: Pick<RecipientReader, 'unreachable'>;
  isDeadlineSet(): Promise<boolean>;
}

/** Whether somebody is notified when the deadline is at risk, and who is not. */
export async function checkRecipients(known: Known): Promise<Diagnostic> {
  return diagnosticOf('alert-recipients', await findRecipients(known));
}

async function findRecipients(known: Known): Promise<Finding> {
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
    : { status: 'ok', detail: [describeChannels(used)] };
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
): Finding {
  const canBeEnabled = channels.length > 0 && unreachable.length === 0;
  return {
    status: 'problem',
    detail: [
      unreachable.length > 0
        ? say('health.alert-recipients.nobody-because', {
            recipients: describe(unreachable),
          })
        : say('health.alert-recipients.nobody'),
    ],
    fix: canBeEnabled
      ? say('health.alert-recipients.rule.fix', {
          channels: listed(channels, 'comma'),
        })
      : say('health.alert-recipients.nobody.fix'),
  };
}

function someUnreachable(unreachable: UnreachableRecipient[]): Finding {
  const recipients = describe(unreachable);
  return {
    status: 'warning',
    detail: [say('health.alert-recipients.some', { recipients })],
    fix: say('health.alert-recipients.some.fix'),
  };
}

function describe(unreachable: UnreachableRecipient[]) {
  return listed(
    unreachable.map(({ fault }) => fault),
    'semicolon',
  );
}

function describeChannels(channels: string[]): Wording {
  return channels.length > 0
    ? say('health.alert-recipients.ok', {
        channels: listed(channels, 'comma'),
      })
    : say('health.alert-recipients.none');
}
