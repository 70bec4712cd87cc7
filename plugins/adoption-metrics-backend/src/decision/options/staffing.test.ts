import { staffingOf } from './staffing';

const needed = {
  any: { low: 4, high: null },
  selfHosted: { low: 7, high: 15 },
};

describe('staffingOf', () => {
  it.each([
    [2, 'not-viable'],
    [3.9, 'not-viable'],
    [4, 'managed-only'],
    [5, 'managed-only'],
    [6.9, 'managed-only'],
    [7, 'enough'],
    [15, 'enough'],
    [undefined, 'unknown'],
  ])('%d FTE: %s', (team, state) => {
    expect(staffingOf(team, needed)).toMatchObject({
      state,
      team: team ?? null,
    });
  });

  it('says how many it takes', () => {
    expect(staffingOf(2, needed).sentence).toBe(
      'Your team has 2 FTE: too few to operate any portal of this kind, which takes 4 or more FTE.',
    );
    expect(staffingOf(5, needed).sentence).toBe(
      'Your team has 5 FTE: enough only if a provider manages the portal. A self-hosted portal takes 7 to 15 FTE.',
    );
  });
});
