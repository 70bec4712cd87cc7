import { ConfigReader } from '@backstage/config';
import {
  readDevelopersConfig,
  readPrivacyFloor,
  readPrivacySecret,
} from './config';

function config(adoptionMetrics: object) {
  return new ConfigReader({ adoptionMetrics } as any);
}

describe('configuration of people', () => {
  it('has defaults', () => {
    const empty = new ConfigReader({});
    expect(readDevelopersConfig(empty)).toEqual({
      filter: {},
      exclude: [],
      headCount: undefined,
    });
    expect(readPrivacySecret(empty)).toBeUndefined();
    expect(readPrivacyFloor(empty)).toBe(5);
  });

  it('reads what is configured and completes entity refs', () => {
    const developers = {
      filter: { 'spec.type': ['a', 'b'], 'metadata.namespace': 'default' },
      exclude: ['Release-Bot', 'user:ops/Robot', 'Group:default/Temps'],
      headCount: 120,
    };
    expect(readDevelopersConfig(config({ developers }))).toEqual({
      filter: developers.filter,
      exclude: [
        'user:default/release-bot',
        'user:ops/robot',
        'group:default/temps',
      ],
      headCount: 120,
    });
    const privacy = { secret: '0123456789abcdef', floor: 1 };
    expect(readPrivacySecret(config({ privacy }))).toBe('0123456789abcdef');
    expect(readPrivacyFloor(config({ privacy }))).toBe(1);
  });

  it.each([
    ['text', 'engineering'],
    ['a list', ['engineering']],
    ['a number as value', { 'spec.level': 3 }],
    ['a number in a list', { 'spec.level': ['a', 3] }],
    ['an object as value', { spec: { level: 'a' } }],
  ])('refuses %s as filter', (_case, filter) => {
    const developers = { filter };
    expect(() => readDevelopersConfig(config({ developers }))).toThrow(
      'adoptionMetrics.developers.filter must map catalog fields to a value or a list of values',
    );
  });

  it('refuses to exclude what is neither a user nor a group', () => {
    const developers = { exclude: ['component:default/site'] };
    expect(() => readDevelopersConfig(config({ developers }))).toThrow(
      /adoptionMetrics\.developers\.exclude holds 'component:default\/site', use refs of users and groups/,
    );
  });

  it.each([0, -1, 1.5])('refuses %d as head count', headCount => {
    expect(() =>
      readDevelopersConfig(config({ developers: { headCount } })),
    ).toThrow(
      `adoptionMetrics.developers.headCount is ${headCount}, use a whole number from 1`,
    );
  });

  it('refuses an exclusion that is no entity ref', () => {
    const developers = { exclude: ['user:default/'] };
    expect(() => readDevelopersConfig(config({ developers }))).toThrow(
      "adoptionMetrics.developers.exclude holds 'user:default/', use entity refs",
    );
  });

  it('refuses a short secret without repeating it', () => {
    const read = () =>
      readPrivacySecret(config({ privacy: { secret: 'hush-hush' } }));
    expect(read).toThrow(/^adoptionMetrics\.privacy\.secret is too short/);
    expect(read).not.toThrow(/hush/);
  });

  it.each([0, 2.5, -3])('refuses %d as floor', floor => {
    expect(() => readPrivacyFloor(config({ privacy: { floor } }))).toThrow(
      `adoptionMetrics.privacy.floor is ${floor}, use a whole number from 1`,
    );
  });

  it('names the key of a value of the wrong type', () => {
    expect(() =>
      readDevelopersConfig(config({ developers: { headCount: 'many' } })),
    ).toThrow(/adoptionMetrics\.developers\.headCount/);
  });
});
