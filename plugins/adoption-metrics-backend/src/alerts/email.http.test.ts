import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import emailModule from '@backstage/plugin-notifications-backend-module-email';
import { SMTPServer } from 'smtp-server';
import {
  entity,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { atRisk } from './__testUtils__/atRisk';
import { AlertStore } from './AlertStore';

jest.setTimeout(120_000);

const ada = 'user:default/ada';

/** Keeps every mail that it is given. */
async function startMailServer() {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      text(stream).then(mail => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>(resolve => server.close(resolve));
  return { mails, port, stop };
}

/** A mail without what its transport adds to lines. */
function readable(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, bytes =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
    );
}

describe.each(testedDatabases())('e-mail, %p', engine => {
  it('arrives through the notifications of the portal', async () => {
    const mailServer = await startMailServer();
    const portal = await startPortal(engine, {
      entities: [
        {
          ...entity('User', 'ada'),
          spec: { profile: { email: 'ada@example.com' } },
        },
      ],
      config: {
        app: { baseUrl: 'https://portal.acme.test/backstage' },
        backend: { baseUrl: 'http://localhost:7007' },
        adoptionMetrics: {
          administrators: [ada],
          uptime: { probes: { portal: { enabled: false } } },
          alerts: { recipients: [ada] },
        },
        notifications: {
          processors: {
            email: {
              sender: 'portal@acme.test',
              transportConfig: {
                transport: 'smtp',
                hostname: '127.0.0.1',
                port: mailServer.port,
              },
            },
          },
        },
      },
      modules: [notificationsPlugin, emailModule],
    });
    await new AlertStore(portal.knex).add(atRisk, {
      at: Date.now(),
      channels: ['notifications'],
      follows: undefined,
    });
    await portal.scheduler.triggerTask('alerts');

    const { body: test } = await portal.post('/alerts/test', user('ada'));
    expect(test.results).toEqual([
      expect.objectContaining({ recipient: ada, status: 'delivered' }),
    ]);
    for (let tries = 0; mailServer.mails.length < 2 && tries < 200; tries++) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    // The portal may send the later of two mails first.
    const mails = mailServer.mails.map(readable);
    const about = (subject: string) =>
      mails.find(mail => mail.includes(`Subject: ${subject}`));
    const alert = about('The adoption deadline is at risk');
    expect(alert).toContain('From: portal@acme.test');
    expect(alert).toContain('To: ada@example.com');
    expect(alert).toContain('At risk.');
    expect(alert).toContain('https://portal.acme.test/backstage/adoption');
    expect(about('Test: adoption alerts reach you here')).toBeDefined();
    await portal.stop();
    await mailServer.stop();
  });
});
