import { Metric } from 'backstage-plugin-adoption-metrics-common';
import { Inventory } from '../../activity';
import { parseDay, ReportingZone } from '../../time';
import { catalogOf, FactsService } from './FactsService';

const now = Date.UTC(2026, 10, 23, 12);

function factsOf(
  given: {
    metric?: Partial<Metric>;
    used?: Array<{ pluginId: string; isBase: boolean }>;
    installed?: Inventory['installed'];
    launchedOn?: string;
    firstDay?: string;
  } = {},
) {
  const metric = { id: 'active-users', ...given.metric } as Metric;
  const dayOf = (text?: string) => (text ? parseDay(text) : undefined);
  return new FactsService({
    clock: { now: () => now },
    zone: ReportingZone.create('UTC'),
    scorecard: { scorecard: async () => ({ metrics: [metric] } as never) },
    scans: { latest: async () => undefined },
    inventory: {
      read: async () => ({ used: given.used, installed: given.installed }),
    },
    activity: { firstDay: async () => dayOf(given.firstDay) },
    launchedOn: dayOf(given.launchedOn),
  }).read();
}

describe('FactsService', () => {
  it('counts people as the headline does', async () => {
    const metric = { numerator: 90, denominator: 300 };
    expect(await factsOf({ metric })).toMatchObject({
      developers: 300,
      active: 90,
      activeShare: 0.3,
    });
  });

  it('knows nothing of what was not measured', async () => {
    expect(await factsOf()).toEqual({
      at: now,
      today: parseDay('2026-11-23'),
      metrics: [{ id: 'active-users' }],
    });
    expect(await factsOf({ metric: { denominator: 0 } })).not.toHaveProperty(
      'developers',
    );
    const nobody = await factsOf({ metric: { denominator: 300 } });
    expect(nobody).toMatchObject({ developers: 300 });
    expect(nobody).not.toHaveProperty('active');
  });

  it('leaves out built-in plugins', async () => {
    const base = { pluginId: 'catalog', isBase: true };
    const offered = { pluginId: 'kubernetes', isBase: false };
    const used = [base, offered];
    const installed = used.map(each => ({ ...each, lastReportedOn: 20_000 }));
    expect(await factsOf({ used, installed })).toMatchObject({
      usedPlugins: ['kubernetes'],
      installedPlugins: ['kubernetes'],
    });
    expect(await factsOf({ used: [base] })).toMatchObject({
      usedPlugins: [],
      installedPlugins: undefined,
    });
  });

  it('counts months from the launch, or else from the first activity', async () => {
    const firstDay = '2026-02-23';
    expect((await factsOf({ firstDay })).monthsSinceLaunch).toBe(9);
    const launchedOn = '2025-11-23';
    expect((await factsOf({ firstDay, launchedOn })).monthsSinceLaunch).toBe(
      12,
    );
    const announced = await factsOf({ launchedOn: '2027-01-01' });
    expect(announced.monthsSinceLaunch).toBe(0);
  });
});

describe('catalogOf', () => {
  const reading = {
    total: 200,
    withoutOwner: { total: 20, stale: 20 },
    byReason: [{ reason: 'owner-unknown', stale: 30 }],
    ownerUnknownChecked: true,
  };

  it('takes the entities whose owner the catalog knows', () => {
    expect(catalogOf(reading)).toEqual({
      catalogEntities: 200,
      ownedShare: 0.75,
    });
  });

  it('is unknown where owners were not checked, and without entities', () => {
    expect(catalogOf({ ...reading, ownerUnknownChecked: false })).toEqual({
      catalogEntities: 200,
    });
    expect(catalogOf({ ...reading, total: 0 })).toEqual({ catalogEntities: 0 });
  });
});
