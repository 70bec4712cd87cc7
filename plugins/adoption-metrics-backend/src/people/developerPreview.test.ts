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
  it('puts everybody in one place, under the first reason', () => {
    company.users[3].matches = false;
    const { developers, excluded } = classify(
      [userRef('bot'), groupRef('external'), userRef('cy')],
      ['ada', 'bob'],
    );
    company.users[3].matches = true;
    expect(named(developers)).toEqual(['di']);
    expect(named(excluded.filter)).toEqual(['cy']);
    expect(named(excluded.configured)).toEqual(['bot']);
    expect(named(excluded['excluded-team'])).toEqual(['bob']);
    expect(named(excluded['opted-out'])).toEqual(['ada']);
  });

  it('leaves out nobody without a reason', () => {
    expect(classify([groupRef('nowhere')]).developers).toEqual(company.users);
  });
});

describe('previewDevelopers', () => {
  const classified = classify([groupRef('external')]);
  const preview = (names: boolean) =>
    previewDevelopers(company, { classified, newest: undefined, names });

  it('speaks in numbers', () => {
    expect(preview(false)).toEqual({
      users: 5,
      developers: 3,
      exclusions: [
        { reason: 'filter', users: 0 },
        { reason: 'configured', users: 0 },
        { reason: 'excluded-team', users: 2 },
        { reason: 'opted-out', users: 0 },
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

  it('names people when it may', () => {
    const { people, exclusions } = preview(true);
    expect(people).toEqual(['ada', 'cy', 'di'].map(userRef));
    expect(exclusions[2].people).toEqual(['bob', 'bot'].map(userRef));
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
      newest,
      names: false,
    });
    expect(guard).toEqual({ held: true, rekeyed: true, ...movement });
  });
});
