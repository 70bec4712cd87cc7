import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { parseDay } from '../time';
import { allOn as rules } from './__testUtils__/rules';
import { alertsConfig, recipientsOf } from './config';

function read(alerts?: object) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { alerts } } as never),
    'adoptionMetrics.alerts',
    alertsConfig.prefault({}),
  );
}

const on = { enabled: true };

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('alertsConfig', () => {
  it('takes rules that are off, or muted for a time', () => {
    const given = {
      metric: { enabled: false },
      milestone: { mutedUntil: '2026-12-31' },
    };
    expect(read({ rules: given }).rules).toEqual({
      ...rules,
      metric: { enabled: false },
      milestone: { ...on, mutedUntil: parseDay('2026-12-31') },
    });
  });

  it('takes channels and recipients of a rule in place of those of all', () => {
    const config = read({
      recipients: ['group:default/portal-team'],
      rules: {
        digest: { channels: ['webhook'], recipients: ['User:default/Ada'] },
      },
    });
    expect(config.rules.digest).toEqual({
      ...on,
      channels: ['webhook'],
      recipients: ['user:default/ada'],
    });
    expect(recipientsOf(config, 'digest')).toEqual(['user:default/ada']);
    expect(recipientsOf(config, 'metric')).toEqual([
      'group:default/portal-team',
    ]);
  });

  it('notifies nobody by default', () => {
    expect(read()).toEqual({
      recipients: [],
      names: true,
      events: false,
      rules,
    });
  });

  it('takes recipients in full and in lower case, and an address', () => {
    expect(
      read({
        recipients: ['Group:default/Portal-Team'],
        webhook: { url: 'https://hooks.example.com/1', secret },
      }),
    ).toEqual({
      recipients: ['group:default/portal-team'],
      webhook: {
        url: 'https://hooks.example.com/1',
        format: 'json',
        headers: {},
        secret,
        formerSecrets: [],
      },
      names: true,
      events: false,
      rules,
    });
  });

  it.each([
    [{ recipients: ['group:'] }, 'adoptionMetrics.alerts.recipients'],
    [{ webhook: { url: '/hook' } }, 'adoptionMetrics.alerts.webhook.url'],
    [{ webhook: { url: 'ftp://a/b' } }, 'http and https'],
    [
      { rules: { metric: { mutedUntil: 'June' } } },
      "alerts.rules.metric.mutedUntil is 'June'; expected days",
    ],
    [
      { rules: { metric: { recipients: ['group:'] } } },
      'adoptionMetrics.alerts.rules.metric.recipients',
    ],
    [
      { webhook: { url: 'https://a/b', format: 'xml' } },
      "webhook.format is 'xml'; expected json, slack, teams, text, pagerduty",
    ],
    [
      { webhook: { url: 'https://a/b', secret: 'hunter2' } },
      "webhook.secret is a secret of 7 characters; expected 'whsec_' and 24 to 64 random bytes in Base64",
    ],
    [
      { webhook: { url: 'https://a/b', secret: 'whsec_MfKQ9r8GKYqr' } },
      'webhook.secret is a secret of 18 characters',
    ],
    [
      { webhook: { url: 'https://a/b', formerSecrets: [secret] } },
      'webhook.secret is missing; without it, nothing is signed',
    ],
    [
      { webhook: { url: 'https://a/b', format: 'pagerduty' } },
      'webhook.routingKey is missing; expected integration keys',
    ],
  ])('refuses %j', (alerts, said) => {
    expect(() => read(alerts)).toThrow(said);
  });
});
