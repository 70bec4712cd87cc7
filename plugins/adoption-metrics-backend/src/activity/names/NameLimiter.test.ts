import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { CardinalityLimit } from '../../database';
import { ReportingZone } from '../../time';
import {
  batchOf,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from '../__testUtils__/ingest';
import { KnownNames } from './KnownNames';
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

const people = ['ada', 'bob', 'cleo'];
const invented = (count: number, prefix = 'junk') =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

describe.each(testedDatabases())('NameLimiter, %p', engine => {
  async function setUp({
    established = 4,
    room = 3,
    newNames = 2,
    reserved = [] as string[],
  } = {}) {
    const { knex } = await setUpIngest(engine);
    const dimensionOf = (dimension: string) => ({
      known: new KnownNames({ knex, dimension, limit: established, reserved }),
      room: new CardinalityLimit({
        knex,
        dimension,
        limit: room,
        share: newNames,
      }),
    });
    const replica = () => {
      const limiter = new NameLimiter({
        zone: ReportingZone.create('Europe/Berlin'),
        newNames,
        dimensions: {
          route: dimensionOf('route'),
          plugin: dimensionOf('plugin'),
          action: dimensionOf('action'),
        },
      });
      return async (person: string, ...events: CollectedEvent[]) => {
        const [{ events: limited }] = await limiter.limit([
          batchOf(person, events),
        ]);
        return limited.map(({ event }) => event);
      };
    };
    const limit = replica();
    const pluginsOf = async (
      person: string,
      names: string[],
      { day = 0, by = limit } = {},
    ) => {
      const events = await by(
        person,
        ...names.map(name => interaction(day, name)),
      );
      return events.map(event => 'pluginId' in event && event.pluginId);
    };
    const establish = async (...names: string[]) => {
      for (const name of names) {
        for (const person of people) {
          await pluginsOf(person, [name]);
        }
      }
    };
    return { knex, replica, limit, pluginsOf, establish };
  }

  it('keeps names for which there is room', async () => {
    const { limit } = await setUp();
    const events = [
      interaction(0, 'catalog', 'click'),
      interaction(0, 'search', 'click'),
      load(0, 'home'),
      navigation(0, 'catalog:index'),
    ];
    expect(await limit('ada', ...events)).toEqual(events);
  });

  it('counts pages beyond the room together, in loads and navigations', async () => {
    const { limit } = await setUp({ room: 2 });
    await limit('ada', load(0, 'a'), navigation(0, 'b'));
    expect(
      await limit('bob', load(0, 'c'), navigation(0, 'd'), load(0, 'b')),
    ).toEqual([load(0, 'other'), navigation(0, 'other'), load(0, 'b')]);
    expect(await limit('cleo', load(1, 'c'))).toEqual([load(1, 'c')]);
  });

  it('counts plugins and actions beyond their rooms together', async () => {
    const { limit } = await setUp({ room: 2 });
    await limit('ada', interaction(0, 'a', 'x'), interaction(0, 'b', 'y'));
    expect(
      await limit('bob', interaction(0, 'a', 'z'), interaction(0, 'c', 'x')),
    ).toEqual([interaction(0, 'a', 'other'), interaction(0, 'other', 'x')]);
  });

  it("treats 'other' as a name that takes no place", async () => {
    const { limit } = await setUp({ room: 2 });
    const events = ['other', 'a', 'b'].map(id => load(0, id));
    expect(await limit('ada', ...events)).toEqual(events);
    expect(await limit('bob', load(0, 'c'))).toEqual([load(0, 'other')]);
  });

  it('keeps events without names', async () => {
    const { limit } = await setUp({ room: 1 });
    const at = new Date(instantOn(0)).toISOString();
    const events: CollectedEvent[] = [
      { type: 'page-load-discard', at, kind: 'route', reason: 'hidden' },
      { type: 'dropped-events', at, reason: 'refused', count: 2 },
    ];
    await limit('ada', load(0, 'a'));
    expect(await limit('ada', load(0, 'c'), ...events)).toEqual([
      load(0, 'other'),
      ...events,
    ]);
  });

  it('lets one person add so many names a day, whatever the day of the events', async () => {
    const { pluginsOf, replica } = await setUp();
    const other = invented(448).map(() => 'other');
    expect(await pluginsOf('eve', invented(450))).toEqual([
      'junk-0',
      'junk-1',
      ...other,
    ]);
    expect(await pluginsOf('eve', ['more'], { by: replica() })).toEqual([
      'other',
    ]);
    expect(await pluginsOf('bob', ['catalog'])).toEqual(['catalog']);
    expect(await pluginsOf('eve', ['catalog'])).toEqual(['catalog']);
  });

  it('gives what three people have used a place that nobody can take', async () => {
    const { pluginsOf, establish, replica } = await setUp();
    await establish('catalog', 'search');
    for (let day = 1; day < 8; day++) {
      for (const attacker of ['eve', 'mallory']) {
        await pluginsOf(attacker, invented(40, `${attacker}-${day}`), { day });
      }
      for (const by of [undefined, replica()]) {
        expect(
          await pluginsOf('dan', ['catalog', 'search'], { day, by }),
        ).toEqual(['catalog', 'search']);
      }
    }
  });

  it('keeps what is established when three people work together', async () => {
    const { pluginsOf, establish } = await setUp();
    await establish('catalog', 'search');
    for (let day = 1; day < 8; day++) {
      for (const attacker of ['eve', 'mallory', 'trudy']) {
        await pluginsOf(attacker, invented(40, `junk-${day}`), { day });
      }
    }
    expect(await pluginsOf('dan', ['catalog', 'search'], { day: 8 })).toEqual([
      'catalog',
      'search',
    ]);
    // Two more were established, which is all there is room for.
    expect(
      await pluginsOf('dan', ['junk-1-0', 'junk-1-1', 'junk-7-0'], { day: 8 }),
    ).toEqual(['junk-1-0', 'junk-1-1', 'junk-7-0']);
    expect(
      await pluginsOf('dan', ['junk-7-1', 'junk-6-0'], { day: 8 }),
    ).toEqual(['junk-7-1', 'other']);
  });

  it('takes names that differ in case for one, as most of the first users write it', async () => {
    const { knex, pluginsOf, replica } = await setUp();
    expect(await pluginsOf('eve', ['CATALOG'])).toEqual(['CATALOG']);
    await pluginsOf('ada', ['catalog']);
    await pluginsOf('bob', ['catalog']);
    expect(await pluginsOf('eve', ['CATALOG', 'CaTaLoG', 'catalog'])).toEqual([
      'catalog',
      'catalog',
      'catalog',
    ]);
    expect(await pluginsOf('eve', ['Catalog'], { by: replica() })).toEqual([
      'catalog',
    ]);
    expect(await knex('known_names').where({ name: 'catalog' })).toHaveLength(
      3,
    );
  });

  it('always keeps the names of the configuration', async () => {
    const { pluginsOf } = await setUp({ room: 1, reserved: ['techRadar'] });
    await pluginsOf('eve', ['junk']);
    expect(await pluginsOf('ada', ['techradar', 'techRadar', 'b'])).toEqual([
      'techRadar',
      'techRadar',
      'other',
    ]);
  });

  it('remembers on which day an established name was last used', async () => {
    const { knex, pluginsOf, establish } = await setUp();
    await establish('catalog', 'search');
    await pluginsOf('dan', ['catalog'], { day: 5 });
    const lastDays = async (name: string) =>
      new Set(await knex('known_names').where({ name }).pluck('last_day'));
    const [catalog] = await lastDays('catalog');
    const [search] = await lastDays('search');
    expect(catalog - search).toBe(5);
    expect((await lastDays('catalog')).size).toBe(1);
  });

  it('writes nothing that says who used a name', async () => {
    const { knex, pluginsOf, establish } = await setUp();
    await establish('catalog');
    await pluginsOf('eve', ['junk']);
    const witnesses = await knex('known_names').pluck('witness');
    const takers = await knex('daily_members').pluck('taken_by');
    for (const byte of [...witnesses, ...takers]) {
      expect(byte).toBeGreaterThanOrEqual(0);
      expect(byte).toBeLessThan(256);
    }
  });
});
