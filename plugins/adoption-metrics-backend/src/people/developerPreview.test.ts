import {
  crowd,
  group,
  groupRef,
  organization,
  userRef,
} from './__testUtils__/organization';
import { previewDevelopers } from './developerPreview';
import { classifyUsers } from './classifyUsers';

const company = organization(
  {
    ada: ['engines'],
    bob: ['agency'],
    bot: ['agency'],
    cy: [],
    di: ['engines', 'gone'],
  },
  [group('engines'), group('agency', 'external'), group('external')],
);

function classify(exclude: string[], optedOut: string[] = []) {
  return classifyUsers(company, {
    exclude,
    hasOptedOut: ref => optedOut.map(userRef).includes(ref),
  });
}

const named = (users: Array<{ entityRef: string }>) =>
  users.map(({ entityRef }) => entityRef.split('/')[1]);

describe('classifyUsers', () => {
  it('puts everyone in one place, under the first reason', () => {
    company.users[3].matches = false;
    const { developers, optedOut, excluded } = classify(
      [userRef('bot'), groupRef('external'), userRef('cy')],
      ['ada', 'bob'],
    );
    company.users[3].matches = true;
    expect(named(developers)).toEqual(['di']);
    expect(named(excluded.filter)).toEqual(['cy']);
    expect(named(excluded.configured)).toEqual(['bot']);
    expect(named(excluded['excluded-team'])).toEqual(['bob']);
    expect(named(optedOut)).toEqual(['ada']);
  });

  it('leaves out the guest that is among the examples of a new portal', () => {
    const users = ['guest', 'ada'].map(name => ({
      entityRef: userRef(name),
      groups: [groupRef('guests')],
      matches: true,
    }));
    const { developers, excluded } = classifyUsers(
      { users, groups: [] },
      { exclude: [], hasOptedOut: () => false },
    );
    expect(named(developers)).toEqual(['ada']);
    expect(named(excluded.guest)).toEqual(['guest']);
  });

  it('leaves out nobody without a reason', () => {
    expect(classify([groupRef('nowhere')]).developers).toEqual(company.users);
  });
});

describe('previewDevelopers', () => {
  const classified = classify([groupRef('external')]);
  const preview = (names: boolean) =>
    previewDevelopers(company, {
      classified,
      optedOut: null,
      newest: undefined,
      names,
    });

  it('speaks in numbers', () => {
    expect(preview(false)).toEqual({
      users: 5,
      developers: 3,
      optedOut: null,
      exclusions: [
        { reason: 'guest', users: 0 },
        { reason: 'filter', users: 0 },
        { reason: 'configured', users: 0 },
        { reason: 'excluded-team', users: 2 },
      ],
      teams: [
        { ...team('agency', 0), parentId: groupRef('external') },
        { ...team('engines', 2), parentId: null },
        { ...team('external', 0), parentId: null },
      ],
      withoutTeam: 1,
      guard: null,
    });
    function team(name: string, developers: number) {
      return { id: groupRef(name), name, developers };
    }
  });

  it('is the same whoever opts out', () => {
    const optedOut = classify([groupRef('external')], ['ada']);
    for (const names of [false, true]) {
      const after = previewDevelopers(company, {
        classified: optedOut,
        optedOut: null,
        newest: undefined,
        names,
      });
      expect(after).toEqual(preview(names));
    }
  });

  it('names people when it may', () => {
    const { people, exclusions } = preview(true);
    expect(people).toEqual(['ada', 'cy', 'di'].map(userRef));
    expect(exclusions[3].people).toEqual(['bob', 'bot'].map(userRef));
    expect(exclusions[0].people).toEqual([]);
  });

  it('says what became of the newest reading', () => {
    const movement = { joined: 12, departed: 12 };
    const newest = {
      day: 1,
      developers: crowd(30).length,
      excluded: 0,
      held: true,
      ...movement,
    };
    const { guard } = previewDevelopers(company, {
      classified,
      optedOut: null,
      newest,
      names: false,
    });
    expect(guard).toEqual({ held: true, rekeyed: true, ...movement });
  });
});
