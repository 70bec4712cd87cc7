import { companyOf, peopleOf } from './__testUtils__/company';
import {
  activePeople,
  only,
  ownershipIn,
  slowness,
  generate,
  timeDown,
} from './__testUtils__/generated';
import { DAY, MINUTE } from './calendar';
import { refOf } from './company';
import { createSampleHistory } from './sampleHistory';
import { stories } from './stories';

const NOW = Date.parse('2026-11-23T15:20:00Z');
const MIDNIGHT = Date.parse('2026-11-23T00:00:00Z');

function generated(name: string) {
  const source = createSampleHistory(companyOf(name), stories.get(name)!);
  const start = source.startsAt(NOW);
  const events = generate(source, { start, from: start, to: NOW });
  const { entities } = only('catalog', events).at(-1)!;
  const counted = entities.filter(({ kind }) => kind !== 'Domain');
  return {
    start,
    events,
    developers: only('developers', events).at(-2)!.entityRefs,
    ...ownershipIn(counted),
    plugins: new Set(
      only('activity', events)
        .filter(({ at }) => at > NOW - 28 * DAY)
        .flatMap(({ batch }) => batch.events)
        .flatMap(event =>
          event.type === 'interaction' ? [event.pluginId] : [],
        ),
    ),
  };
}

describe.each(['failed', 'succeeded'])('the company that %s', name => {
  const { entities } = companyOf(name);
  const refs = entities.map(refOf);

  it('names nothing twice', () => {
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('puts everyone into a team that exists', () => {
    const teams = entities.flatMap(({ relations = [] }) =>
      relations
        .filter(({ type }) => type === 'memberOf')
        .map(({ targetRef }) => targetRef),
    );
    expect(refs).toEqual(expect.arrayContaining(teams));
  });

  it('knows everyone one can sign in as', () => {
    expect(refs).toEqual(expect.arrayContaining(peopleOf(name)));
  });
});

describe('the story that failed', () => {
  const { start, events, developers, owned, stale, plugins } =
    generated('failed');

  it('has 150 developers after twelve months, of whom twelve are active', () => {
    expect(new Date(start).toISOString()).toBe('2025-11-23T00:00:00.000Z');
    expect(developers).toHaveLength(150);
    expect(activePeople(MIDNIGHT, events)).toBe(12);
  });

  it('is stuck for half a year after someone set a deadline', () => {
    const [{ at }] = only('deadline', events);
    expect(new Date(at).toISOString()).toBe('2026-04-23T09:00:00.000Z');
    for (let week = at; week < NOW; week += 7 * DAY) {
      expect(activePeople(week, events)).toBeGreaterThanOrEqual(11);
      expect(activePeople(week, events)).toBeLessThanOrEqual(20);
    }
  });

  it('lets people wait for twelve seconds', () => {
    expect(slowness([NOW - 28 * DAY, NOW], events)).toBeGreaterThan(12);
  });

  it('was down for 36 hours of the last 30 days', () => {
    expect(timeDown(NOW - 30 * DAY, events)).toBe(36 * 60 * MINUTE);
  });

  it('leaves seven of 47 entities to nobody', () => {
    expect(owned).toHaveLength(47);
    expect(stale).toHaveLength(7);
  });

  it('has more than twenty plugins that someone opened lately', () => {
    expect(plugins.size).toBeGreaterThan(20);
  });
});

describe('the story that succeeded', () => {
  const { start, events, developers, stale, plugins } = generated('succeeded');

  it('has 500 developers after eighteen months, of whom half are active', () => {
    expect(new Date(start).toISOString()).toBe('2025-05-23T00:00:00.000Z');
    expect(developers).toHaveLength(500);
    expect(activePeople(MIDNIGHT, events)).toBe(250);
  });

  it('was below one in six when someone set a deadline', () => {
    const [{ at }] = only('deadline', events);
    const share = activePeople(at, events) / 470;
    expect(new Date(at).toISOString()).toBe('2026-03-23T09:00:00.000Z');
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(1 / 6);
  });

  it('had reached three in ten well before the deadline', () => {
    const deadline = Date.parse('2026-09-23T00:00Z');
    expect(activePeople(deadline - 21 * DAY, events)).toBeGreaterThan(
      0.3 * 500,
    );
  });

  it('lets people wait for three seconds', () => {
    const seconds = slowness([NOW - 28 * DAY, NOW], events);
    expect(seconds).toBeGreaterThan(2.9);
    expect(seconds).toBeLessThan(3.5);
  });

  it('was down for 21 minutes of the last 30 days', () => {
    expect(timeDown(NOW - 30 * DAY, events)).toBe(21 * MINUTE);
  });

  it('looks after every entity', () => {
    expect(stale).toEqual([]);
  });

  it('has five plugins beside home, catalog and search', () => {
    expect([...plugins].sort()).toEqual([
      'api-docs',
      'catalog',
      'github-actions',
      'home',
      'kubernetes',
      'scaffolder',
      'search',
      'techdocs',
    ]);
  });
});
