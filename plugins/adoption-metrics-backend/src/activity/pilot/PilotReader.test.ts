import { TeamUse } from 'backstage-plugin-adoption-metrics-common';
import { parseDay, ReportingZone } from '../../time';
import { PilotReader } from './PilotReader';

const zone = ReportingZone.create('UTC');

function read(
  today: string,
  firstVisit: string | undefined,
  groups: Array<[id: string, parentId: string | null, active: number | null]>,
) {
  return new PilotReader({
    clock: { now: () => zone.startOf(parseDay(today)!) },
    zone,
    activity: {
      firstDay: async () =>
        firstVisit === undefined ? undefined : parseDay(firstVisit),
    },
    use: {
      teams: async () =>
        ({
          groups: groups.map(([id, parentId, active]) => ({
            id,
            parentId,
            active,
          })),
        } as TeamUse),
    },
  }).read();
}

describe('PilotReader', () => {
  it('counts whole months, and the lowest groups that are published', async () => {
    expect(
      await read('2026-11-15', '2026-02-15', [
        ['company', null, 3],
        ['data', 'company', 3],
        ['product', 'company', 0],
      ]),
    ).toEqual({
      firstVisitOn: parseDay('2026-02-15'),
      months: 9,
      teams: { active: 1, all: 2 },
    });
    expect((await read('2026-11-14', '2026-02-15', [])).months).toBe(8);
    expect((await read('2026-02-15', '2026-02-15', [])).months).toBe(0);
    expect((await read('2027-01-31', '2025-12-31', [])).months).toBe(13);
  });

  it('knows nothing of teams that were not observed, or of no team', async () => {
    expect(await read('2026-11-15', undefined, [])).toEqual({
      firstVisitOn: undefined,
      months: undefined,
      teams: undefined,
    });
    const some = await read('2026-11-15', '2026-02-15', [['a', null, null]]);
    expect(some.teams).toBeUndefined();
  });
});
