import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { metricIds } from 'backstage-plugin-adoption-metrics-common';
import { findFreePort } from '../__testUtils__/freePort';
import { startPortal, testedDatabases } from '../people/__testUtils__/portal';
import { Scrape } from './__testUtils__/Scrape';
import { createCounters } from './counters';
import { Observation } from './Gauge';

jest.setTimeout(120_000);

const docs = resolve(__dirname, '../../../../docs');
const folder = join(docs, 'monitoring');
const read = (...path: string[]) => readFileSync(join(docs, ...path), 'utf8');

interface Dashboard {
  panels: Array<{ title: string; targets: Array<{ expr: string }> }>;
}

const dashboard: Dashboard = JSON.parse(read('monitoring', 'dashboard.json'));

const expressions = dashboard.panels.flatMap(({ title, targets }) =>
  targets.map(({ expr }) => ({ title, expr })),
);

/** As Grafana would fill in its variables. */
function withoutVariables(expr: string): string {
  return expr
    .replaceAll('$instance', '.*')
    .replaceAll('$__rate_interval', '1m');
}

// Prometheus is no npm package. Where it is not installed, what needs it is
// skipped by name, unless PROMETHEUS=required.
const has = (program: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some(path => existsSync(join(path, program)));
const isInstalled = has('promtool') && has('prometheus');
const isRequired = process.env.PROMETHEUS === 'required';
const withPrometheus = isInstalled || isRequired ? describe : describe.skip;

/** Everything that can be known, as a replica stores it for the others. */
function allKnown(): Observation[] {
  const state = (gauge: string, attribute: string, value: string) => ({
    gauge: `adoption_metrics.${gauge}`,
    value: 1,
    attributes: { [`adoption_metrics.${attribute}`]: value },
  });
  return [
    ...metricIds.flatMap(id => {
      const attributes = { 'adoption_metrics.metric.id': id };
      const name = `adoption_metrics.${id.replace('-', '_')}`;
      const status = state('metric.status', 'status', 'met');
      return [
        { gauge: `${name}.value`, value: 0.5 },
        { gauge: `${name}.target`, value: 0.4 },
        { ...status, attributes: { ...attributes, ...status.attributes } },
        { gauge: 'adoption_metrics.metric.coverage', value: 1, attributes },
        {
          gauge: 'adoption_metrics.metric.evidence.age',
          value: { since: Date.now() - 60_000 },
          attributes,
        },
      ];
    }),
    state('deadline.state', 'state', 'on-track'),
    { gauge: 'adoption_metrics.deadline.goal', value: 0.3 },
    { gauge: 'adoption_metrics.deadline.remaining', value: 91 },
    { gauge: 'adoption_metrics.deadline.probability', value: 0.8 },
  ];
}

describe('monitoring', () => {
  let scrape: Scrape;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    scrape = await Scrape.start();
    const [[engine]] = testedDatabases();
    // What is stored stays as fresh as it is.
    const now = Date.now();
    const clock = { now: () => now };
    portal = await startPortal(engine, { entities: [], clock });
    const snapshot = { at: now, observations: allKnown() };
    await portal.knex('settings').insert({
      key: 'telemetry.snapshot',
      value: JSON.stringify(snapshot),
    });
    createCounters().deliveries('sent', { channel: 'notifications' });
  });
  afterAll(async () => {
    await portal?.stop();
    await scrape?.stop();
  });

  it('is documented, name by name', async () => {
    const scraped = (await scrape.text()).matchAll(
      /^# TYPE (adoption_metrics_\w+?)(_total)? /gm,
    );
    const documented = new Set(
      [...read('monitoring.md').matchAll(/`(adoption_metrics\.[\w.]+)`/g)].map(
        ([, name]) => name.replaceAll('.', '_'),
      ),
    );
    const names = [...new Set([...scraped].map(([, name]) => name))];
    expect(names).toHaveLength(20);
    expect(names.filter(name => !documented.has(name))).toEqual([]);
  });

  it('has rules and a dashboard of what is scraped, and of nothing else', async () => {
    const text = await scrape.text();
    const used = `${read('monitoring', 'rules.yml')}${JSON.stringify(
      dashboard,
    )}`;
    const names = [...used.matchAll(/adoption_metrics_\w+(?=[{\[) ])/g)]
      .map(([name]) => name)
      .filter(name => !/_(id|status|state|outcome|reason|channel)$/.test(name));
    expect(new Set(names).size).toBeGreaterThan(15);
    for (const name of new Set(names)) {
      expect(text).toContain(`# TYPE ${name} `);
    }
  });

  withPrometheus('with Prometheus (apt-get install prometheus)', () => {
    const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-'));
    let prometheus: ChildProcess | undefined;
    let url: string;

    // A scrape that takes too long on a busy machine leaves a gap.
    async function answerTo(expr: string): Promise<unknown[]> {
      for (let attempt = 0; attempt < 40; attempt++) {
        const answer = await query(expr);
        if (answer.length > 0) {
          return answer;
        }
        await delay(250);
      }
      return [];
    }

    async function query(expr: string): Promise<unknown[]> {
      const asked = new URLSearchParams({ query: withoutVariables(expr) });
      const response = await fetch(`${url}/api/v1/query?${asked}`);
      const body: any = await response.json();
      if (body.status !== 'success') {
        throw new Error(`${expr}: ${body.error}`);
      }
      return body.data.result;
    }

    beforeAll(async () => {
      const config = join(directory, 'prometheus.yml');
      await writeFile(
        config,
        JSON.stringify({
          global: { scrape_interval: '2s' },
          rule_files: [join(folder, 'rules.yml')],
          scrape_configs: [
            {
              job_name: 'backstage',
              static_configs: [{ targets: [scrape.target] }],
            },
          ],
        }),
      );
      const listen = `127.0.0.1:${await findFreePort()}`;
      url = `http://${listen}`;
      prometheus = spawn(
        'prometheus',
        [
          `--config.file=${config}`,
          `--storage.tsdb.path=${join(directory, 'data')}`,
          `--web.listen-address=${listen}`,
        ],
        { stdio: 'ignore' },
      );
      // Rates need two samples.
      const isScraped = () =>
        query('count_over_time(adoption_metrics_uptime_value[1m]) > 2').catch(
          () => [],
        );
      while ((await isScraped()).length === 0) {
        await delay(250);
      }
    });
    afterAll(() => {
      prometheus?.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    });

    it('has rules that are right, and tested', () => {
      const promtool = (...given: string[]) =>
        execFileSync('promtool', given, { cwd: folder, encoding: 'utf8' });
      expect(promtool('check', 'rules', 'rules.yml')).toMatch(/SUCCESS: 1\d /);
      expect(promtool('test', 'rules', 'rules.test.yml')).toContain('SUCCESS');
      const tests = read('monitoring', 'rules.test.yml');
      const alerts = read('monitoring', 'rules.yml').matchAll(/alert: (\w+)/g);
      for (const [, alert] of alerts) {
        expect(tests).toContain(`alertname: ${alert}`);
      }
    });

    it.each(expressions)('answers "$title": $expr', async ({ expr }) => {
      expect(await answerTo(expr)).not.toEqual([]);
    });

    it('fires none of the rules while all is well', async () => {
      const response = await fetch(`${url}/api/v1/rules`);
      const { data }: any = await response.json();
      const rules = data.groups.flatMap((group: any) => group.rules);
      expect(rules).toHaveLength(10);
      for (const { name, health, state } of rules) {
        expect([name, health]).not.toContain('err');
        expect([name, state]).not.toEqual([name, 'firing']);
      }
    });
  });
});
