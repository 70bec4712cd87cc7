import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from 'benchmarks/src/statistics';
import { totalOf } from '../cluster/Answers';
import { fillPast } from '../cluster/longHistory';
import { onCluster } from '../cluster/onCluster';
import { Readers } from '../cluster/Readers';
import { ReportingZone } from '../testUtils';

const READERS = 16;
const DURATION_MS = 60_000;
const SHORT_MS = 15_000;
const DAYS = 731;

/** As much as may be asked, and more. */
function heaviest(day: (ago: number) => string): string[] {
  const years = `from=${day(DAYS)}&to=${day(4)}`;
  const loads = `from=${day(390)}&to=${day(4)}`;
  return [
    `/activity/series?team=group:default/team-1&granularity=week&${years}`,
    `/activity/series?team=group:default/team-2&${years}`,
    `/metrics/active-users/series?from=${day(3_600)}&to=${day(0)}`,
    `/page-load/routes?limit=50&${loads}`,
    `/page-load/distribution?${loads}`,
    `/page-load/kinds?${loads}`,
    `/page-load/coverage?from=${day(391)}&to=${day(5)}`,
    '/activity/teams?granularity=week',
    '/activity/team-plugins',
    `/uptime/components?from=${day(365)}`,
    `/uptime/incidents?from=${day(365)}`,
    '/scorecard',
  ];
}

export const heavyReads = onCluster({
  does: 'For a minute, 16 people request as much as possible without a pause: two years of teams with 180 siblings, a year of page loads. Others report and read meanwhile.',
  plan: { tasks: 'scheduled' },
  attacked: true,
  async disturb({ cluster, load, options: { note, short } }) {
    const knex = cluster.surroundings.database.connect();
    const today = ReportingZone.create(cluster.plan.timeZone).dayOf(Date.now());
    note('filling two years');
    await fillPast(knex, today);
    await knex.destroy();
    load.takeLatencies();
    const heavy = new Readers({
      url: cluster.url,
      tokens: cluster.signIn().slice(0, READERS),
      count: READERS,
      pauseMs: 0,
      paths: heaviest(ago =>
        new Date((today - ago) * 86_400_000).toISOString().slice(0, 10),
      ),
    });
    note('reading');
    heavy.start();
    await delay(short ? SHORT_MS : DURATION_MS);
    await heavy.stop();
    const { results, latencies } = heavy.answers;
    const refused = results.get(503) ?? 0;
    return [
      { what: 'heavy reads', value: totalOf(results) },
      { what: 'heavy reads put off', value: refused },
      {
        what: 'heavy reads failed',
        value: totalOf(results) - refused - (results.get(200) ?? 0),
        goal: '= 0',
        detail: [...results].map(each => each.join(': ')).join(', '),
      },
      {
        what: 'heavy reads, 99th percentile',
        value: percentile(latencies, 0.99),
        unit: 'ms',
      },
      {
        what: 'others, 99th percentile',
        value: percentile(load.takeLatencies(), 0.99),
        unit: 'ms',
      },
    ];
  },
});
