import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { CardinalityLimit } from '../database';
import { ReportingZone } from '../time';
import {
  batchOf,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from './__testUtils__/ingest';
import { NameLimiter } from './NameLimiter';

function load(day: number, routeId: string): CollectedEvent {
  const at = new Date(instantOn(day)).toISOString();
  const kind = 'initial';
  return { type: 'page-load', at, kind, method: 'lcp', routeId, duration: 1 };
}

function navigation(day: number, routeId: string): CollectedEvent {
  const at = new Date(instantOn(day)).toISOString();
  return { type: 'navigation', at, kind: 'initial', routeId };
}

describe.each(testedDatabases())('NameLimiter, %p', engine => {
  async function setUp() {
    const { knex } = await setUpIngest(engine);
    const limitOf = (dimension: string, limit: number) =>
      new CardinalityLimit({ knex, dimension, limit });
    const limiter = new NameLimiter({
      zone: ReportingZone.create('Europe/Berlin'),
      limits: {
        route: limitOf('route', 2),
        plugin: limitOf('plugin', 2),
        action: limitOf('action', 1),
      },
    });
    return async (...events: CollectedEvent[]) => {
      const [{ events: limited }] = await limiter.limit([
        batchOf('ada', events),
      ]);
      return limited.map(({ event }) => event);
    };
  }

  it('keeps names within the limits', async () => {
    const limit = await setUp();
    const events = [
      interaction(0, 'catalog', 'click'),
      interaction(0, 'search', 'click'),
      load(0, 'home'),
      navigation(0, 'catalog:index'),
    ];
    expect(await limit(...events)).toEqual(events);
  });

  it('counts pages beyond the limit together, in loads and navigations', async () => {
    const limit = await setUp();
    await limit(load(0, 'a'), navigation(0, 'b'));
    expect(await limit(load(0, 'c'), navigation(0, 'd'), load(0, 'b'))).toEqual(
      [load(0, 'other'), navigation(0, 'other'), load(0, 'b')],
    );
    expect(await limit(load(1, 'c'))).toEqual([load(1, 'c')]);
  });

  it('counts plugins and actions beyond their limits together', async () => {
    const limit = await setUp();
    await limit(interaction(0, 'a', 'click'), interaction(0, 'b', 'click'));
    expect(
      await limit(interaction(0, 'a', 'search'), interaction(0, 'c', 'click')),
    ).toEqual([interaction(0, 'a', 'other'), interaction(0, 'other', 'click')]);
  });

  it("treats 'other' as a name that takes no place", async () => {
    const limit = await setUp();
    const events = ['other', 'a', 'b'].map(id => load(0, id));
    expect(await limit(...events)).toEqual(events);
    expect(await limit(load(0, 'c'))).toEqual([load(0, 'other')]);
  });

  it('keeps events without names', async () => {
    const limit = await setUp();
    const at = new Date(instantOn(0)).toISOString();
    const events: CollectedEvent[] = [
      load(0, 'a'),
      load(0, 'b'),
      { type: 'page-load-discard', at, kind: 'route', reason: 'hidden' },
      { type: 'dropped-events', at, reason: 'refused', count: 2 },
    ];
    await limit(...events);
    expect(await limit(load(0, 'c'), ...events.slice(2))).toEqual([
      load(0, 'other'),
      ...events.slice(2),
    ]);
  });
});
