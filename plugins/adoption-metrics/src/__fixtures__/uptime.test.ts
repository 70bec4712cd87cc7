import {
  MaintenanceListSchema,
  UptimeComponentsSchema,
  UptimeIncidentsSchema,
  UptimeReportSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { nineMonthsIn, nothingSeen } from './scorecards';
import { FixtureApi } from './FixtureApi';

describe.each([
  ['nine months in', nineMonthsIn],
  ['before anything was seen', nothingSeen],
])('the fixtures of uptime %s', (_, scorecard) => {
  it('are answers that the server could give', async () => {
    const api = new FixtureApi(scorecard);
    const answers = [
      UptimeReportSchema.safeParse(await api.request('GET /uptime')),
      UptimeComponentsSchema.safeParse(
        await api.request('GET /uptime/components'),
      ),
      UptimeIncidentsSchema.safeParse(
        await api.request('GET /uptime/incidents'),
      ),
      MaintenanceListSchema.safeParse(
        await api.request('GET /uptime/maintenance'),
      ),
    ];
    expect(answers.map(({ error }) => error)).toEqual(Array(4).fill(undefined));
  });
});
