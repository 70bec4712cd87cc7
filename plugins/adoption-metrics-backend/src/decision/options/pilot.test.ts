import { parseDay } from '../../time';
import { pilotOf } from './pilot';

const usual = { low: 2, high: 3 };
const firstVisitOn = parseDay('2026-02-23')!;

const after = (active: number, all: number) =>
  pilotOf({ firstVisitOn, months: 9, teams: { active, all } }, usual);

describe('pilotOf', () => {
  it.each([
    [1, 25, 'not-met'],
    [3, 25, 'not-met'],
    [4, 25, 'met'],
    // There are no others that could follow.
    [2, 2, 'met'],
  ])('%d of %d teams: %s', (active, all, state) => {
    expect(after(active, all).state).toBe(state);
  });

  it('says so in one line', () => {
    expect(after(1, 25)).toMatchObject({
      firstVisitOn: '2026-02-23',
      months: 9,
      teams: { active: 1, all: 25 },
      sentence:
        'The portal is still in its pilot: 9 months after its first visit, 1 of 25 teams uses the portal. A pilot has 2 to 3 teams.',
    });
  });

  it('knows nothing without visits, teams, or the size of a pilot', () => {
    const teams = { active: 1, all: 25 };
    const unknown = [
      pilotOf({ firstVisitOn: undefined, months: undefined, teams }, usual),
      pilotOf({ firstVisitOn, months: 9, teams: undefined }, usual),
      pilotOf({ firstVisitOn, months: 9, teams }, undefined),
    ];
    expect(unknown.map(({ state }) => state)).toEqual(Array(3).fill('unknown'));
  });
});
