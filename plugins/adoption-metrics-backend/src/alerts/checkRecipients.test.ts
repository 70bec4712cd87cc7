import { Alert, say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { allOn, routingTo } from './__testUtils__/rules';
import { checkRecipients } from './checkRecipients';
import { RecipientList } from './RecipientList';
import { AlertRules } from './ruleSettings';

const team = 'group:default/team';
const empty = 'group:default/empty';
const faults: Record<string, Wording> = {
  [empty]: say('health.recipient-empty', { recipient: empty }),
};

function listOf(recipients: string[], rules: AlertRules, stored?: string[]) {
  return new RecipientList({
    config: { recipients, rules } as never,
    deadlines: { current: async () => ({ recipients: stored } as never) },
  });
}

/** What diagnostics say; `empty` reaches nobody. */
function check(given: {
  channels?: string[];
  recipients?: string[];
  /** Whom the deadline names. */
  stored?: string[];
  rules?: Partial<Record<Alert['rule'], object>>;
  deadline?: boolean;
}) {
  const { channels = [], recipients = [], deadline = false } = given;
  const rules = { ...allOn, ...given.rules } as AlertRules;
  return checkRecipients({
    routing: routingTo(channels, rules),
    recipients: listOf(recipients, rules, given.stored),
    reader: {
      unreachable: async refs =>
        [...new Set(refs)]
          .filter(ref => faults[ref])
          .map(entityRef => ({
            entityRef,
            code: 'recipient-empty',
            fault: faults[entityRef],
          })),
    },
    isDeadlineSet: async () => deadline,
  });
}

const notifications = ['notifications'];

describe('checkRecipients', () => {
  it('asks for recipients once a deadline is set', async () => {
    expect(await check({})).toMatchObject({
      id: 'alert-recipients',
      label: 'Alert recipients',
      status: 'ok',
      detail:
        'No one is notified of alerts. Set recipients before you set a deadline.',
    });
    expect(await check({ deadline: true })).toMatchObject({
      id: 'alert-recipients',
      label: 'Alert recipients',
      status: 'problem',
      detail: 'A deadline is set, but no one is notified when it is at risk.',
      fix: expect.stringMatching(
        /^Add a user or a group with members to the recipients/,
      ),
    });
  });

  it.each([
    [{ channels: notifications, recipients: [team] }],
    [{ channels: ['webhook'] }],
    [{ channels: ['notifications', 'mail'], recipients: [team] }],
  ])('is content with %j', async given => {
    expect(await check({ ...given, deadline: true })).toMatchObject({
      status: 'ok',
      detail: `Alerts are sent through: ${given.channels.join(', ')}.`,
    });
  });

  it.each([[true], [false]])(
    'names who reaches nobody, with a deadline or without: %p',
    async deadline => {
      const recipients = [team, empty];
      expect(
        await check({ channels: notifications, recipients, deadline }),
      ).toMatchObject({
        status: 'warning',
        detail: `Some alert recipients cannot be reached: ${empty} has no members in the catalog.`,
        fix: expect.stringMatching(/^Add members/),
      });
    },
  );

  it('is a problem when nobody else is notified of the deadline', async () => {
    const given = { channels: notifications, recipients: [empty] };
    expect(await check({ ...given, deadline: true })).toMatchObject({
      status: 'problem',
      detail: `A deadline is set, but no one is notified when it is at risk: ${empty} has no members in the catalog.`,
      fix: expect.stringMatching(
        /^Add a user or a group with members to the recipients/,
      ),
    });
    const channels = ['notifications', 'webhook'];
    expect(await check({ ...given, channels, deadline: true })).toMatchObject({
      status: 'warning',
    });
  });

  it('counts those whom the deadline names', async () => {
    const given = { channels: notifications, deadline: true };
    expect(await check({ ...given, stored: [team] })).toMatchObject({
      status: 'ok',
    });
    expect(await check({ ...given, stored: [empty] })).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining(empty),
    });
  });

  it('looks at the recipients of each rule', async () => {
    const given = {
      channels: notifications,
      recipients: [team],
      deadline: true,
    };
    const ofRule = { enabled: true, recipients: [empty] };
    expect(await check({ ...given, rules: { metric: ofRule } })).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining(empty),
    });
    expect(
      await check({ ...given, rules: { deadline: ofRule } }),
    ).toMatchObject({ status: 'problem' });
    const off = { enabled: false, recipients: [empty] };
    expect(await check({ ...given, rules: { metric: off } })).toMatchObject({
      status: 'ok',
    });
  });

  it('says where the rule of the deadline is what keeps it from being sent', async () => {
    const rules = { deadline: { enabled: false } };
    const recipients = [team];
    expect(
      await check({
        channels: notifications,
        recipients,
        rules,
        deadline: true,
      }),
    ).toMatchObject({
      status: 'problem',
      fix: expect.stringMatching(
        /^Enable adoptionMetrics.alerts.rules.deadline, .*: notifications\.$/,
      ),
    });
  });

  it('does not guess while the catalog does not answer', async () => {
    const answer = checkRecipients({
      routing: routingTo(notifications),
      recipients: listOf([team], allOn),
      reader: { unreachable: () => Promise.reject(new Error('away')) },
      isDeadlineSet: async () => true,
    });
    expect(await answer).toMatchObject({ status: 'unknown' });
  });
});
