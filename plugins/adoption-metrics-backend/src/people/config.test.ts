import { ConfigReader } from '@backstage/config';
import { readKey } from '../configuration';
import { developersConfig, privacyConfig } from './config';

const reader = (adoptionMetrics: object) =>
  new ConfigReader({ adoptionMetrics } as never);

const readDevelopers = (developers?: unknown) =>
  readKey(
    reader({ developers }),
    'adoptionMetrics.developers',
    developersConfig.prefault({}),
  );

const readPrivacy = (privacy?: unknown) =>
  readKey(
    reader({ privacy }),
    'adoptionMetrics.privacy',
    privacyConfig.prefault({}),
  );

describe('configuration of people', () => {
  it('has defaults', () => {
    expect(readDevelopers()).toEqual({ filter: {}, exclude: [] });
    expect(readPrivacy()).toEqual({ minimumGroupSize: 5 });
  });

  it('reads what is configured and completes entity refs', () => {
    const developers = {
      filter: { 'spec.type': ['a', 'b'], 'metadata.namespace': 'default' },
      exclude: ['Release-Bot', 'user:ops/Robot', 'Group:default/Temps'],
      headCount: 120,
    };
    expect(readDevelopers(developers)).toEqual({
      filter: developers.filter,
      exclude: [
        'user:default/release-bot',
        'user:ops/robot',
        'group:default/temps',
      ],
      headCount: 120,
    });
    const privacy = { secret: '0123456789abcdef', minimumGroupSize: 1 };
    expect(readPrivacy(privacy)).toEqual(privacy);
  });

  it.each([
    ['text', 'engineering'],
    ['a list', ['engineering']],
    ['a number as value', { 'spec.level': 3 }],
    ['a number in a list', { 'spec.level': ['a', 3] }],
    ['an object as value', { spec: { level: 'a' } }],
  ])('refuses %s as filter', (_case, filter) => {
    expect(() => readDevelopers({ filter })).toThrow(
      /^adoptionMetrics\.developers\.filter is .*; expected catalog fields with a value or a list of values/,
    );
  });

  it('refuses to exclude what is neither a user nor a group', () => {
    expect(() =>
      readDevelopers({ exclude: ['component:default/site'] }),
    ).toThrow(
      "adoptionMetrics.developers.exclude[0] is 'component:default/site'; expected entity refs of users and groups",
    );
  });

  it.each([0, -1, 1.5])('refuses %d as head count', headCount => {
    expect(() => readDevelopers({ headCount })).toThrow(
      `adoptionMetrics.developers.headCount is ${headCount}; expected whole numbers from 1`,
    );
  });

  it('refuses an exclusion that is no entity ref', () => {
    expect(() => readDevelopers({ exclude: ['user:default/'] })).toThrow(
      "adoptionMetrics.developers.exclude[0] is 'user:default/'; expected entity refs",
    );
  });

  it('refuses a short secret without repeating it', () => {
    const read = () => readPrivacy({ secret: 'hush-hush' });
    expect(read).toThrow(
      /^adoptionMetrics\.privacy\.secret is a secret of 9 characters.*at least 16/,
    );
    expect(read).not.toThrow(/hush/);
  });

  it.each([0, 2.5, -3])('refuses groups of %d', minimumGroupSize => {
    expect(() => readPrivacy({ minimumGroupSize })).toThrow(
      `adoptionMetrics.privacy.minimumGroupSize is ${minimumGroupSize}; expected whole numbers from 1`,
    );
  });

  it('names the key of a value of the wrong type', () => {
    expect(() => readDevelopers({ headCount: 'many' })).toThrow(
      /adoptionMetrics\.developers\.headCount is 'many'/,
    );
  });
});
