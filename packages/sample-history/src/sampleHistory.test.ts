import { EventBatchSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { companyOf, peopleOf } from './__testUtils__/company';
import * as generated from './__testUtils__/generated';
import { DAY, HOUR, MINUTE } from './calendar';
import { refOf } from './company';
import { createSampleHistory } from './sampleHistory';
import { stories } from './stories';

const personas = peopleOf('stuck');
const company = companyOf('stuck');
const users = company.entities.filter(({ kind }) => kind === 'User');

const now = Date.parse('2026-11-23T15:20:00Z');
const source = createSampleHistory(company, stories.get('stuck')!);
const launch = source.startsAt(now);
const story = generate(launch, now);

function generate(from: number, to: number, start = launch): HistoryEvent[] {
  return generated.generate(source, { start, from, to });
}

function withoutSeam(events: HistoryEvent[], to: number) {
  return events.filter(({ at }) => at !== to - 1);
}

function only<Type extends HistoryEvent['type']>(
  type: Type,
  events: HistoryEvent[] = story,
) {
  return generated.only(type, events);
}

function activePeople(until: number, events = story): number {
  return generated.activePeople(until, events);
}

function timeDown(from: number, events = story): number {
  return generated.timeDown(from, events);
}

function staleShare({ entities }: generated.EventOf<'catalog'>): number {
  const { owned, stale } = generated.ownershipIn(entities);
  expect(owned).toHaveLength(100);
  return stale.length / owned.length;
}

describe('the sample history', () => {
  it('begins nine calendar months earlier', () => {
    expect(new Date(launch).toISOString()).toBe('2026-02-23T00:00:00.000Z');
    expect(new Date(source.startsAt(Date.parse('2026-11-30T12:00Z')))).toEqual(
      new Date('2026-02-28T00:00Z'),
    );
  });

  it('comes in order of time, within the interval and quickly', () => {
    const [from, to] = [launch + 5 * HOUR + 1, now - 9 * DAY - 7 * HOUR];
    const begun = process.cpuUsage();
    const times = generate(from, to).map(({ at }) => at);

    expect(process.cpuUsage(begun).user).toBeLessThan(1_500_000);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(from);
    expect(times.at(-1)).toBe(to - 1);
    expect(generate(from, from)).toEqual([]);
  });

  it('is the same however it is split, apart from the beats at the seams', () => {
    const period = 6 * DAY + 5 * HOUR + 17 * MINUTE + 3;
    const parts: HistoryEvent[] = [];
    for (let from = launch; from < now; from += period) {
      const to = Math.min(from + period, now);
      parts.push(...withoutSeam(generate(from, to), to));
    }

    expect(parts).toEqual(withoutSeam(story, now));
  });

  it.each([3 * HOUR, 2 * DAY + HOUR, 31 * DAY, 200 * DAY])(
    'is the same when it is generated again %d ms later, as the beginning of a longer one',
    later => {
      const again = generate(launch, now + later);

      expect(again.filter(({ at }) => at < now)).toEqual(
        withoutSeam(story, now),
      );
    },
  );

  it('goes on as it was at the end when the portal comes back months later', () => {
    const later = now + 120 * DAY;
    const sequel = generate(now, later);

    expect(activePeople(later, sequel)).toBeGreaterThanOrEqual(24);
    expect(activePeople(later, sequel)).toBeLessThanOrEqual(30);
    expect(staleShare(only('catalog', sequel).at(-1)!)).toBe(0.06);
    expect(timeDown(later - 30 * DAY, [...story, ...sequel])).toBe(58 * MINUTE);
    expect(
      only('heartbeat', sequel).filter(({ closed }) => closed).length,
    ).toBeGreaterThan(2 * 7);
  });

  it('counts 270 developers at first and everyone in the end', () => {
    const days = only('developers');

    expect(days).toHaveLength(274);
    expect(days[0].entityRefs).toHaveLength(270);
    expect([...days.at(-1)!.entityRefs].sort()).toEqual(
      users.map(refOf).sort(),
    );
    expect(days[0].entityRefs).toEqual(expect.arrayContaining(personas));
  });

  it('has the teams of the catalog, each developer in one', () => {
    const { teams = [] } = only('developers')[0];
    const byRef = new Map(teams.map(team => [team.entityRef, team]));
    const members = teams.flatMap(team => team.members);

    expect(teams).toHaveLength(32);
    expect(byRef.get('group:default/checkout')).toMatchObject({
      name: 'Checkout',
      parentRef: 'group:default/commerce-department',
      members: expect.arrayContaining(['user:default/ada.okafor']),
    });
    expect(teams.filter(({ parentRef }) => !parentRef)).toEqual([
      { entityRef: 'group:default/acme', name: 'Acme', members: [] },
    ]);
    expect([...members].sort()).toEqual(users.map(refOf).sort());
    expect(
      teams.every(({ parentRef = '' }) => !parentRef || byRef.has(parentRef)),
    ).toBe(true);
  });

  it('knows nothing of the people one can sign in as', () => {
    const active = only('activity').map(({ entityRef }) => entityRef);

    expect(active.length).toBeGreaterThan(1_000);
    expect(active.filter(ref => personas.includes(ref))).toEqual([]);
    expect([...company.founders, ...company.newcomers]).toEqual(
      expect.arrayContaining(active),
    );
  });

  it('lets some of those who join try the portal, and none before', () => {
    const readings = only('developers');
    const joinedAt = (ref: string) =>
      readings.find(({ entityRefs }) => entityRefs.includes(ref))!.at;
    const visits = only('activity').filter(({ entityRef }) =>
      company.newcomers.includes(entityRef),
    );
    const visitors = new Set(visits.map(({ entityRef }) => entityRef));

    expect(visitors.size).toBeGreaterThanOrEqual(8);
    expect(visitors.size).toBeLessThan(company.newcomers.length / 2);
    for (const { entityRef, at } of visits) {
      expect(at).toBeGreaterThan(joinedAt(entityRef));
    }
  });

  it('tells of templates, documents, fruitless searches, and what is installed', () => {
    const events = only('activity').flatMap(({ batch }) => batch.events);
    const counts = {
      templates: events.filter(
        event => event.type === 'interaction' && event.action === 'create',
      ).length,
      documents: events.filter(
        event =>
          event.type === 'interaction' &&
          event.extensionId === 'page:techdocs/reader',
      ).length,
      fruitless: events.filter(
        event => event.type === 'interaction' && event.foundNothing,
      ).length,
      installed: events.filter(({ type }) => type === 'installed-plugins')
        .length,
    };
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(20);
  });

  it('has notes about outages while they last', () => {
    const beats = only('heartbeat');
    const notes = only('incident-note');

    expect(notes).toHaveLength(3);
    for (const { at } of notes) {
      const near = beats.filter(
        beat => Math.abs(beat.at - at) < 5 * MINUTE && !beat.closed,
      );
      expect(near.every(beat => beat.at < at)).toBe(true);
    }
    expect(only('annotation')).toHaveLength(5);
  });

  it('has teams that try other portals, and hears of every day since', () => {
    const days = only('portal-activity').filter(
      ({ portalId }) => portalId === 'port',
    );
    const people = new Set(days.flatMap(({ entityRefs }) => entityRefs));

    expect(days).toHaveLength(60);
    expect(people.size).toBeGreaterThanOrEqual(8);
  });

  it('rises to one in seven developers and is stuck below one in ten', () => {
    expect(activePeople(launch + 75 * DAY)).toBeGreaterThan(34);
    expect(activePeople(launch + 75 * DAY)).toBeLessThan(44);
    for (let day = 170; day <= 273; day += 1) {
      expect(activePeople(launch + day * DAY)).toBeGreaterThanOrEqual(24);
      expect(activePeople(launch + day * DAY)).toBeLessThanOrEqual(30);
    }
  });

  it.each(Array.from({ length: 24 }, (_, index) => now + index * 16 * DAY))(
    'ends with 24 to 30 active people on whichever day (%d)',
    until => {
      const start = source.startsAt(until);
      const events = generate(until - 40 * DAY, until, start);
      const midnight = until - (until % DAY);

      expect(activePeople(midnight, events)).toBeGreaterThanOrEqual(24);
      expect(activePeople(midnight, events)).toBeLessThanOrEqual(30);
    },
  );

  it('has 8 to 14 sessions on a working day and hardly any on weekends', () => {
    const days = (isWeekend: boolean) =>
      only('activity').filter(
        ({ at }) => [0, 6].includes(new Date(at).getUTCDay()) === isWeekend,
      ).length;

    expect(days(false) / 195).toBeGreaterThan(8);
    expect(days(false) / 195).toBeLessThan(14);
    expect(days(true) / 78).toBeLessThan(1);
    expect(days(true)).toBeGreaterThan(0);
  });

  it('consists of batches that the API accepts, each once and in time', () => {
    const activity = only('activity');

    expect(new Set(activity.map(({ batch }) => batch.batchId)).size).toBe(
      activity.length,
    );
    for (const { at, batch } of activity) {
      expect(EventBatchSchema.parse(batch)).toEqual(batch);
      const count = (...types: string[]) =>
        batch.events.filter(({ type }) => types.includes(type)).length;
      const loads = count('page-load', 'page-load-discard');
      expect(count('navigation')).toBe(loads);
      expect(loads + count('interaction')).toBeGreaterThanOrEqual(5);
      expect(loads + count('interaction')).toBeLessThanOrEqual(15);
      for (const event of batch.events) {
        expect(Date.parse(event.at)).toBeLessThan(at);
        expect(Date.parse(event.at)).toBeGreaterThan(at - 2 * HOUR);
      }
    }
  });

  it('loads slowly, if less slowly than at first', () => {
    const atTheEnd = generated.slowness([now - 28 * DAY, now], story);
    expect(atTheEnd).toBeGreaterThan(6.2);
    expect(atTheEnd).toBeLessThan(7.2);
    const atFirst = generated.slowness([launch, launch + 60 * DAY], story);
    expect(atFirst).toBeGreaterThan(atTheEnd);
  });

  it('was down through crashes only, 58 minutes of the last 30 days', () => {
    expect(timeDown(now - 30 * DAY)).toBe(58 * MINUTE);
    expect(timeDown(launch)).toBe(171 * MINUTE);
    expect(
      only('heartbeat').filter(({ closed }) => closed === 'shutdown'),
    ).toHaveLength(2 * 19);
  });

  it('ends with a beat of each replica', () => {
    const last = story.slice(-2) as generated.EventOf<'heartbeat'>[];

    expect(last.map(({ at }) => at)).toEqual([now - 1, now - 1]);
    expect(last.map(({ instanceId }) => instanceId.slice(0, 8))).toEqual([
      'sample-a',
      'sample-b',
    ]);
  });

  it('gets half a year to reach 30%, five months after the launch', () => {
    const deadlines = only('deadline');
    expect(deadlines).toEqual([
      {
        at: Date.parse('2026-07-23T09:00Z'),
        type: 'deadline',
        goal: 0.3,
        length: 'P6M',
      },
    ]);
    const later = generate(now, now + 30 * DAY);
    expect(only('deadline', later)).toEqual([]);
  });

  it('lets the catalog rot from 2% to 6%', () => {
    const scans = only('catalog');
    const shares = scans.map(staleShare);

    expect(scans).toHaveLength(274);
    expect(shares[0]).toBe(0.02);
    expect(shares.at(-1)).toBe(0.06);
    expect([...shares].sort()).toEqual(shares);
    expect(new Set(shares).size).toBe(5);
    const uids = scans.at(-1)!.entities.map(({ metadata }) => metadata.uid);
    expect(new Set(uids).size).toBe(company.entities.length);
  });
});
