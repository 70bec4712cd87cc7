import { FixtureApi, incidentsFor, nineMonthsIn } from '../../__fixtures__';
import { incidentFile } from './incidentFile';

describe('incidentFile', () => {
  it('holds every incident, however many answers that takes', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const getIncidents = jest
      .spyOn(api.answers, 'GET /uptime/incidents')
      .mockImplementation(async ({ query }) =>
        incidentsFor({ ...query, limit: 12 }),
      );

    const text = await (await incidentFile(api, {}).load()).text();

    expect(getIncidents).toHaveBeenCalledTimes(3);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(1 + 30 + 1);
    expect(lines[0]).toBe(
      'from,to,seconds,ongoing,kind,cause,components,notes',
    );
    expect(lines[1]).toMatch(
      /^2026-11-18T13:17:00.000Z,2026-11-18T13:36:00.000Z,1140,false,incident,database,processes,"?The database moved/,
    );
  });

  it('holds those of one kind, and is called after it', async () => {
    const api = new FixtureApi(nineMonthsIn);
    const file = incidentFile(api, { kind: 'restart' });
    const [, ...lines] = (await (await file.load()).text()).split('\r\n');
    expect(file.name).toBe('uptime-restarts');
    expect(lines.filter(Boolean)).toHaveLength(12);
    expect(lines.filter(line => line.includes('incident'))).toEqual([]);
  });
});
