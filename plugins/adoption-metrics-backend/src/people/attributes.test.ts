import { parseDay } from '../time';
import {
  crowd,
  group,
  organization,
  setUpPeople,
  testedDatabases,
} from './__testUtils__/organization';
import { attributesOf, fieldsOf } from './attributes';
import { activityConfig, AttributeConfig } from './config';

const attribute = (id: string, field: string): AttributeConfig => ({
  id,
  title: id,
  field,
  beforeTeams: false,
});

describe('attributesOf', () => {
  const user = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'ada',
      labels: { tier: 'a' },
      annotations: { 'example.com/level': ' senior ' },
    },
    spec: { profile: { location: 'Berlin' }, grade: 7, groups: ['x'] },
  };

  it.each([
    ['spec.profile.location', 'Berlin'],
    ['spec.grade', '7'],
    ['metadata.labels.tier', 'a'],
    ['metadata.annotations.example.com/level', 'senior'],
    ['spec.profile.role', undefined],
    ['spec.profile', undefined],
    ['spec.groups', undefined],
    ['spec.constructor', undefined],
  ])('%s', (field, value) => {
    const found = attributesOf(user, [attribute('a', field)]);
    expect(found.get('a')).toBe(value);
  });

  it('asks the catalog for fields, and for labels as a whole', () => {
    expect(
      fieldsOf([
        attribute('a', 'spec.profile.location'),
        attribute('b', 'metadata.labels.x.y/z'),
        attribute('c', 'metadata.labels.tier'),
      ]),
    ).toEqual(['spec.profile.location', 'metadata.labels']);
  });
});

describe('the configuration of attributes', () => {
  const parse = (...attributes: unknown[]) =>
    activityConfig.safeParse({ attributes }).success;
  const location = {
    id: 'location',
    title: 'Location',
    field: 'spec.profile.location',
  };

  it('takes fields that people share, each id once', () => {
    expect(parse(location, { ...location, id: 'role' })).toBe(true);
    expect(parse(location, location)).toBe(false);
  });

  it.each([
    ['field', 'spec.profile.email'],
    ['field', 'metadata.name'],
    ['field', 'kind'],
    ['field', 'spec'],
    ['id', 'Two words'],
    ['title', ''],
  ])('refuses %s %s', (key, value) => {
    expect(parse({ ...location, [key]: value })).toBe(false);
  });
});

const DAY = parseDay('2026-03-02')!;

describe.each(testedDatabases())('attributes of developers, %p', engine => {
  const setUp = async () => {
    const people = await setUpPeople(engine, {
      attributes: [attribute('location', 'spec.profile.location')],
    });
    const collect = (day: number, locations: Record<string, string>) => {
      const given = organization(crowd(12), [group('g')]);
      const users = given.users.map((user, index) => {
        const location = locations[`p${index}`];
        const entries = location ? [['location', location] as const] : [];
        return { ...user, attributes: new Map(entries) };
      });
      return people.collector.collect({ ...given, users }, day);
    };
    const read = async () =>
      (
        await people
          .knex('attribute_spans')
          .join('attribute_values as held', 'held.id', 'value_id')
          .orderBy(['person_id', 'from_day'])
      ).map(row => [row.person_id, row.value, row.from_day, row.to_day]);
    return { ...people, collect, read };
  };

  const within = (location: string, ...names: string[]) =>
    Object.fromEntries(names.map(name => [name, location]));

  it('are kept as spans, and rare values without their text', async () => {
    const { collect, read, knex, idOf } = await setUp();
    await collect(DAY, {
      ...within('Berlin', 'p0', 'p1', 'p2', 'p3', 'p4'),
      ...within('Ada’s farm', 'p5'),
      ...within('Lisbon', 'p6', 'p7'),
    });
    const values = await knex('attribute_values').pluck('value');
    expect(values.sort()).toEqual(['', 'Berlin']);
    expect(await read()).toHaveLength(8);
    await collect(DAY + 3, {
      ...within('Berlin', 'p1', 'p2', 'p3', 'p4', 'p5'),
      ...within('Lisbon', 'p6', 'p7'),
    });
    const spans = await read();
    const of = async (name: string) => {
      const id = await idOf(name);
      return spans
        .filter(([person]) => person === id)
        .map(([, value, from, to]) => [value, from - DAY, to && to - DAY]);
    };
    expect(await of('p0')).toEqual([['Berlin', 0, 3]]);
    expect(await of('p1')).toEqual([['Berlin', 0, null]]);
    expect(await of('p5')).toEqual([
      ['', 0, 3],
      ['Berlin', 3, null],
    ]);
  });
});
