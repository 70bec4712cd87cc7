import { createBackendModule } from '@backstage/backend-plugin-api';
import { HistoryImport } from 'backstage-plugin-adoption-metrics-common';
import {
  adoptionMetricsHistoryExtensionPoint,
  ImportSource,
} from 'backstage-plugin-adoption-metrics-node';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  entity,
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';
import { formatDay, parseDay, weekdayOf } from '../../time';

jest.setTimeout(180_000);

const ada = user('ada');
const noon = Date.UTC(2026, 10, 23, 12);
const firstDay = parseDay('2026-10-01')!;
const today = parseDay('2026-11-23')!;
const names = ['dev-0', 'dev-1', 'dev-2', 'dev-3', 'dev-4', 'ada'];

function daysUntil(end: number): number[] {
  return Array.from({ length: end - firstDay }, (_, index) => firstDay + index);
}

/** Weekdays on which four developers came, and someone who has left. */
function table(): string {
  const rows = daysUntil(today + 2)
    .filter(day => weekdayOf(day) <= 5)
    .flatMap(day =>
      ['user:default/DEV-0', 'user:default/dev-1', 'user:default/dev-2']
        .concat(['user:default/dev-3', 'user:default/gone'])
        .map(person => `${formatDay(day)},${person},catalog,2`),
    );
  return [
    'day,person,plugin,count',
    ...rows,
    '2026-10-01,user:development/guest,catalog,1',
    '2026-10-01,component:default/robot,catalog,1',
    'yesterday,user:default/dev-1,catalog,1',
    '2006-10-02,user:default/dev-1,catalog,1',
    '2062-10-02,user:default/dev-1,catalog,1',
  ].join('\n');
}

/** A past of which one day cannot be read the first time. */
function failingOnce(failsOn: number): ImportSource {
  let failures = 1;
  const at = (day: number) => day * 86_400_000 + 43_200_000;
  return {
    id: 'access-log',
    label: 'the access log',
    counts: 'every request',
    open: async () => ({
      span: async () => ({ first: at(firstDay), last: at(firstDay + 9) }),
      uses: async ({ from, to }) => {
        const isIt = from <= at(failsOn) && at(failsOn) < to;
        if (isIt && failures-- === 0) {
          throw new Error('the log of user:default/dev-1 is away');
        }
        return [
          {
            entityRef: 'user:default/dev-1',
            pluginId: 'catalog',
            action: '<script>',
            count: 3,
          },
        ];
      },
      close: async () => {},
    }),
  };
}

describe.each(testedDatabases())('imports, %p', engine => {
  async function start(sources: ImportSource[] = []) {
    const time = { now: noon };
    const portal = await startPortal(engine, {
      entities: names.map(name => entity('User', name)),
      config: {
        adoptionMetrics: {
          timeZone: 'Europe/Stockholm',
          administrators: ['user:default/ada'],
          uptime: { probes: { portal: { enabled: false } } },
        },
      },
      clock: { now: () => time.now },
      modules: [
        createBackendModule({
          pluginId: 'adoption-metrics',
          moduleId: 'imports',
          register(env) {
            env.registerInit({
              deps: { history: adoptionMetricsHistoryExtensionPoint },
              init: async ({ history }) => {
                sources.forEach(source => history.addImport(source));
              },
            });
          },
        }),
      ],
    });
    const post = async (path: string, body: object) => {
      const answer = await portal.post(path, ada, body);
      expectDocumented(path, 'post', answer);
      return answer;
    };
    const list = async (): Promise<HistoryImport[]> => {
      const answer = await portal.get('/history/imports', ada);
      expectDocumented('/history/imports', 'get', answer);
      return answer.body.imports;
    };
    const run = () => portal.scheduler.triggerTask('history-import');
    return { ...portal, post, list, run, time };
  }

  it('brings a table, once, under pseudonyms, and only what is missing here', async () => {
    const portal = await start();
    const prepared = await portal.post('/history/imports', {
      source: 'csv',
      csv: table(),
    });
    expect(prepared.body).toMatchObject({
      state: 'ready',
      firstDay: '2026-10-01',
      lastDay: '2026-11-22',
      days: 53,
      daysDone: 0,
      people: { developers: 4, otherUsers: 0, unknown: 1 },
      interactions: 37 * 10,
      skipped: [
        { reason: 'too-old', unit: 'days', count: 1, detail: null },
        { reason: 'not-over', unit: 'days', count: 3, detail: null },
        { reason: 'guest', unit: 'people', count: 1, detail: null },
        { reason: 'not-a-user', unit: 'people', count: 1, detail: null },
        { reason: 'malformed', unit: 'rows', count: 1 },
      ],
    });
    expect(prepared.body.perDay[0]).toEqual({
      day: '2026-10-01',
      people: 5,
      interactions: 10,
    });
    const stored = JSON.stringify(await readAllTables(portal.knex));
    expect(stored).not.toMatch(/dev-1|gone/i);

    // Who opts out, or is forgotten, after the preview is not imported.
    await portal.put('/me', user('dev-3'), { optedOut: true });
    const staged = await portal.knex('import_rows').count({ n: '*' }).first();
    expect(Number(staged?.n)).toBe(37 * 5);
    await portal.post('/people/forget', {
      entityRef: 'user:default/gone',
      stop: false,
    });
    const left = await portal.knex('import_rows').count({ n: '*' }).first();
    expect(Number(left?.n)).toBe(37 * 4);
    const { id } = prepared.body;
    await portal.post('/history/imports/start', { id });
    await portal.run();
    // Whose denominator it would be is not known yet.
    expect(await portal.list()).toMatchObject([{ state: 'running' }]);
    await portal.collect();
    await Promise.all([portal.run(), portal.run()]);
    expect(await portal.list()).toMatchObject([
      { id, state: 'done', days: 53, daysDone: 53, failure: null },
    ]);
    const [thursday] = await portal
      .knex('action_counts')
      .where({ day: firstDay });
    expect(thursday).toMatchObject({
      plugin_id: 'catalog',
      action: 'navigate',
    });
    expect(Number(thursday.n)).toBe(3 * 2);
    expect(await portal.knex('import_rows')).toEqual([]);
    expect(await portal.knex('person_days').where('day', '>=', today)).toEqual(
      [],
    );

    await portal.scheduler.triggerTask('daily-rollup');
    const { body: scorecard } = await portal.get('/scorecard', ada);
    const metrics = Object.fromEntries(
      scorecard.metrics.map((metric: { id: string }) => [metric.id, metric]),
    );
    expect(metrics['active-users']).toMatchObject({
      numerator: 3,
      denominator: 5,
      status: 'met',
      coverage: 1,
      delta: null,
    });
    expect(metrics['active-users'].notes).toContain(
      'Activity of 26 Oct 2026 to 22 Nov 2026 was imported from a table, which counted whatever the table that was imported counts.',
    );
    for (const other of ['page-load', 'uptime', 'stale-entities']) {
      expect(metrics[other]).toMatchObject({ value: null });
      const days = metrics[other].sparkline.map(
        ({ value }: { value: number | null }) => value,
      );
      expect(new Set(days)).toEqual(new Set([null]));
    }
    const { body: history } = await portal.get(
      '/metrics/active-users/series?from=2026-11-20&to=2026-11-23',
      ada,
    );
    expect(history.points).toMatchObject([
      { definitionVersion: 0, value: 0.6 },
      { definitionVersion: 0, value: 0.6 },
      { definitionVersion: 0, value: 0.6 },
    ]);

    const again = await portal.post('/history/imports', {
      source: 'csv',
      csv: table(),
    });
    expect(again.body).toMatchObject({ days: 0, firstDay: null });
    expect(again.body.skipped).toContainEqual(
      expect.objectContaining({ reason: 'imported-before', count: 53 }),
    );
    const refused = await portal.post('/history/imports/start', {
      id: again.body.id,
    });
    expect(refused.status).toBe(409);
    await portal.stop();
  });

  it('wants a table again that was not imported for a week', async () => {
    const portal = await start();
    const csv = 'day,person\n2026-11-01,user:default/dev-1\n';
    const { body } = await portal.post('/history/imports', {
      source: 'csv',
      csv,
    });
    expect(await portal.knex('import_rows')).toHaveLength(1);
    await portal.knex('daily_rollups').insert({
      day: today + 9,
      state: 'final',
      revision: 0,
    });
    portal.time.now += 10 * 86_400_000;
    await portal.scheduler.triggerTask('retention');
    expect(await portal.knex('import_rows')).toEqual([]);
    const late = await portal.post('/history/imports/start', { id: body.id });
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('send it again');
    await portal.stop();
  });

  it('goes on after a failure, and says nothing of what that was about', async () => {
    const portal = await start([failingOnce(firstDay + 4)]);
    await portal.collect();
    const { body } = await portal.post('/history/imports', {
      source: 'access-log',
    });
    expect(body).toMatchObject({ label: 'the access log', days: 10 });
    await portal.post('/history/imports/start', { id: body.id });
    await portal.run();
    expect(await portal.list()).toMatchObject([
      { state: 'failed', failure: 'failed', daysDone: 4 },
    ]);
    await portal.post('/history/imports/start', { id: body.id });
    await portal.run();
    expect(await portal.list()).toMatchObject([
      { state: 'done', daysDone: 10 },
    ]);
    const counts = await portal
      .knex('action_counts')
      .select('day', 'action', 'n');
    expect(counts.map(({ action, n }) => [action, Number(n)])).toEqual(
      Array(10).fill(['other', 3]),
    );
    expect(portal.lines.join('\n')).not.toContain('is away');
    await portal.stop();
  });

  it('is for administrators, and refuses what it does not know', async () => {
    const portal = await start();
    const asDev = await portal.get('/history/imports', user('dev-0'));
    expect(asDev.status).toBe(403);
    const unknown = await portal.post('/history/imports', { source: 'excel' });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toContain(
      'expected csv, red-hat-adoption-insights',
    );
    const none = await portal.post('/history/imports', { source: 'csv' });
    expect(none.status).toBe(400);
    const start99 = await portal.post('/history/imports/start', { id: 99 });
    expect(start99.status).toBe(404);
    const peer = await portal.post('/history/imports', {
      source: 'red-hat-adoption-insights',
    });
    expect(peer.status).toBe(409);
    await portal.stop();
  });
});
