import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  noon,
  person,
  service,
  startUptimePortal,
  testedDatabases,
} from './__testUtils__/uptimePortal';

const run = promisify(execFile);
const page = resolve(__dirname, '../../../../docs/uptime.md');
const CHECKS = '/uptime/checks';

/** The block of the documentation that a reader would copy. */
async function recipe(name: string): Promise<string> {
  const text = await readFile(page, 'utf8');
  const block = new RegExp(
    `<!-- recipe: ${name} -->\\n+\`\`\`\\w+\\n([^]*?)\n\`\`\``,
  ).exec(text);
  return block![1];
}

function at(minutes: number): string {
  return new Date(noon + 60_000 * minutes).toISOString();
}

describe.each(testedDatabases())('recipes of the documentation, %p', engine => {
  let portal: Awaited<ReturnType<typeof startUptimePortal>>;

  beforeAll(async () => {
    portal = await startUptimePortal(engine);
  });

  beforeEach(async () => {
    portal.time.now = noon;
    for (const table of ['components', 'component_states', 'uptime_checks']) {
      await portal.knex(table).delete();
    }
  });

  afterAll(() => portal.stop());

  async function post(path: string, body: string) {
    const answer = await portal
      .send('post', path)
      .set('Authorization', service)
      .set('Content-Type', 'application/json')
      .send(body);
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    return answer.body.checks.map((each: any) => each.outcome);
  }

  async function states() {
    const rows = await portal.knex('component_states').orderBy('from_at');
    return rows.map(({ from_at: from, to_at: to, state }) => [
      state,
      (Number(from) - noon) / 60_000,
      (Number(to) - noon) / 60_000,
    ]);
  }

  describe('Alertmanager', () => {
    const format = `${CHECKS}?format=alertmanager`;

    /** A webhook payload of version 4, with what is of use in it. */
    function payload(...alerts: object[]): string {
      return JSON.stringify({
        version: '4',
        groupKey:
          '{}/{adoption_component=~".+"}:{adoption_component="outside"}',
        truncatedAlerts: 0,
        status: 'firing',
        receiver: 'adoption-metrics',
        groupLabels: { adoption_component: 'outside' },
        commonLabels: { adoption_component: 'outside' },
        commonAnnotations: {},
        externalURL: 'http://alertmanager.example.com',
        alerts,
      });
    }

    function alert(name: string, startsAt: string, endsAt?: string) {
      return {
        status: endsAt ? 'resolved' : 'firing',
        labels: {
          alertname: name,
          adoption_component: 'outside',
          ...(name === 'PortalUp' && { adoption_state: 'up' }),
        },
        annotations:
          name === 'PortalUp' ? {} : { summary: 'The blackbox probe failed' },
        startsAt,
        endsAt: endsAt ?? '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example.com/graph',
        fingerprint:
          name === 'PortalUp' ? 'b1ab4ad9e1d1a8a4' : '1a30ba71cca2921f',
      };
    }

    // As Prometheus writes it, to the nanosecond and with an offset.
    function nanos(minutes: number): string {
      const local = new Date(noon + 60_000 * minutes + 3_600_000).toISOString();
      return local.replace('.000Z', '.000000000+01:00');
    }

    it('distinguishes outages from their first moment, and that it is alive', async () => {
      const up = alert('PortalUp', nanos(0));
      for (const minute of [0, 1, 2, 3]) {
        portal.time.now = noon + 60_000 * minute;
        expect(await post(format, payload(up))).toEqual(['accepted']);
      }
      const gone = alert('PortalUp', nanos(0), nanos(3.25));
      const down = alert('PortalDown', nanos(3.25));
      portal.time.now = noon + 60_000 * 4;
      await post(format, payload(gone, down));
      portal.time.now = noon + 60_000 * 5;
      expect(await post(format, payload(down))).toEqual([
        'duplicate',
        'accepted',
      ]);
      const over = alert('PortalDown', nanos(3.25), nanos(5.5));
      portal.time.now = noon + 60_000 * 6;
      await post(format, payload(over, alert('PortalUp', nanos(5.5))));
      expect(await states()).toEqual([
        ['up', 0, 3.25],
        ['down', 3.25, 5.5],
        ['up', 5.5, 6],
      ]);
      const [, outage] = await portal
        .knex('component_states')
        .orderBy('from_at');
      expect(outage.detail).toBe('The blackbox probe failed');
    });

    it('ends an outage even if a repetition overtook its end', async () => {
      await post(format, payload(alert('PortalUp', nanos(0))));
      portal.time.now = noon + 60_000 * 2;
      await post(format, payload(alert('PortalDown', nanos(1))));
      portal.time.now = noon + 60_000 * 3;
      const over = alert('PortalDown', nanos(1), nanos(1.5));
      expect(await post(format, payload(over))).toEqual(['late', 'accepted']);
      expect(await states()).toEqual([
        ['up', 0, 1],
        ['down', 1, 3],
        ['up', 3, 3],
      ]);
    });

    it('ignores alerts about something else', async () => {
      const other = { ...alert('DiskFull', nanos(0)), labels: { a: 'b' } };
      expect(await post(format, payload(other))).toEqual([]);
      expect(await portal.knex('components')).toEqual([]);
    });

    it('refuses a label that names no component', async () => {
      const wrong = { adoption_component: 'a b' };
      const answer = await portal
        .send('post', format)
        .set('Authorization', service)
        .set('Content-Type', 'application/json')
        .send(payload({ ...alert('PortalDown', nanos(0)), labels: wrong }));
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(
        /label 'adoption_component' is 'a b'; expected names of components/,
      );
    });

    it('explains what is wrong with other payloads', async () => {
      const answer = await portal
        .send('post', format)
        .set('Authorization', service)
        .send({ version: '3', alerts: [] });
      expect(answer.body.error.message).toMatch(
        /field 'version'.*webhook payloads of Alertmanager, version 4/,
      );
    });
  });

  it('accepts what Gatus sends', async () => {
    const body = /body: '(.*)'/.exec(await recipe('gatus'))![1];
    const say = (state: string) =>
      post(CHECKS, body.replace('[ALERT_TRIGGERED_OR_RESOLVED]', state));
    const said = ['up', 'down', 'down', 'up'];
    for (const [minute, state] of said.entries()) {
      portal.time.now = noon + 60_000 * minute;
      expect(await say(state)).toEqual(['accepted']);
    }
    expect(await states()).toEqual([
      ['up', 0, 1],
      ['down', 1, 3],
      ['up', 3, 3],
    ]);
  });

  it('accepts what Uptime Kuma sends, without counting its test as an outage', async () => {
    const template = await recipe('uptime-kuma');
    const render = (status?: number) =>
      template.replace(
        /\{% if heartbeatJSON\.status == 0 %\}(\w+)\{% else %\}(\w+)\{% endif %\}/,
        status === 0 ? '$1' : '$2',
      );
    for (const [minute, status] of [undefined, 0, 1].entries()) {
      portal.time.now = noon + 60_000 * minute;
      expect(await post(CHECKS, render(status))).toEqual(['accepted']);
    }
    expect(await states()).toEqual([
      ['up', 0, 1],
      ['down', 1, 2],
      ['up', 2, 2],
    ]);
  });

  describe('cron and curl', () => {
    let directory: string;
    let front: Server;
    const mood = { page: 200, api: true };

    // The portal as the world sees it: a page, and the API behind it.
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'recipe-'));
      await writeFile(join(directory, 'report'), await recipe('cron'));
      const date = '#!/bin/sh\necho "$NOW"\n';
      await writeFile(join(directory, 'date'), date, { mode: 0o755 });
      const target = new URL(portal.send('get', '/').url);
      front = createServer((req, res) => {
        if (req.url === '/') {
          res.writeHead(mood.page).end();
        } else if (!mood.api) {
          res.writeHead(502).end();
        } else {
          const { method, headers, url } = req;
          const { hostname, port } = target;
          const options = { method, headers, hostname, port, path: url };
          const forward = httpRequest(options, answer => {
            res.writeHead(answer.statusCode!);
            answer.pipe(res);
          });
          req.pipe(forward);
        }
      });
      await new Promise<void>(done => {
        front.listen(0, '127.0.0.1', done);
      });
    });

    afterAll(async () => {
      await new Promise(done => front.close(done));
      await rm(directory, { recursive: true });
    });

    /** Runs the script as cron would so many minutes after noon. */
    function report(minute: number) {
      portal.time.now = noon + 60_000 * minute;
      const { port } = front.address() as AddressInfo;
      return run('sh', [join(directory, 'report')], {
        env: {
          ...process.env,
          NO_PROXY: '*',
          PATH: `${directory}:${process.env.PATH}`,
          NOW: at(minute).replace('.000Z', 'Z'),
          PORTAL: `http://127.0.0.1:${port}`,
          TOKEN: service.replace('Bearer ', ''),
          SPOOL: join(directory, 'spool'),
        },
      });
    }

    it('reports, and buffers what it cannot report yet', async () => {
      await report(0);
      await report(1);
      Object.assign(mood, { page: 503, api: false });
      await expect(report(2)).rejects.toThrow();
      await expect(report(3)).rejects.toThrow();
      expect(await states()).toEqual([['up', 0, 1]]);

      Object.assign(mood, { page: 200, api: true });
      await report(4);
      expect(await states()).toEqual([
        ['up', 0, 2],
        ['down', 2, 4],
        ['up', 4, 4],
      ]);
      expect(await readFile(join(directory, 'spool'), 'utf8')).toBe('');
    });

    it('sends a long outage in pieces', async () => {
      const lines = Array.from({ length: 230 }, (_, minute) =>
        JSON.stringify({
          id: `check ${minute}`,
          component: 'outside',
          state: minute === 0 ? 'up' : 'down',
          at: at(minute),
        }),
      );
      await writeFile(join(directory, 'spool'), `${lines.join('\n')}\n`);
      await report(230);
      expect(await states()).toEqual([
        ['up', 0, 1],
        ['down', 1, 230],
        ['up', 230, 230],
      ]);
    });
  });

  it('shows what observers reported', async () => {
    await post(CHECKS, `{"component":"outside","state":"up","at":"${at(0)}"}`);
    const { body } = await portal
      .send('get', '/uptime/components')
      .set('Authorization', person);
    expect(body.components.map((each: any) => each.name)).toEqual([
      'processes',
      'outside',
    ]);
  });
});
