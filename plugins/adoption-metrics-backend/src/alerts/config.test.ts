import { ConfigReader } from '@backstage/config';
import { readAlertsConfig } from './config';

function read(alerts?: object) {
  return readAlertsConfig(
    new ConfigReader({ adoptionMetrics: { alerts } } as never),
  );
}

describe('readAlertsConfig', () => {
  it('tells nobody by default', () => {
    expect(read()).toEqual({ recipients: [] });
  });

  it('takes recipients in full and in lower case, and an address', () => {
    expect(
      read({
        recipients: ['Group:default/Portal-Team'],
        webhook: { url: 'https://hooks.example.com/1', secret: 's' },
      }),
    ).toEqual({
      recipients: ['group:default/portal-team'],
      webhook: { url: 'https://hooks.example.com/1', secret: 's' },
    });
  });

  it.each([
    [{ recipients: ['group:'] }, 'adoptionMetrics.alerts.recipients'],
    [{ webhook: { url: '/hook' } }, 'adoptionMetrics.alerts.webhook.url'],
    [{ webhook: { url: 'ftp://a/b' } }, 'http or https'],
  ])('refuses %j', (alerts, said) => {
    expect(() => read(alerts)).toThrow(said);
  });
});
