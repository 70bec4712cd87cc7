import { CautiousCandidate, warningsOf } from './warningsOf';

const START = 20_000;

function candidate(given: Partial<CautiousCandidate> = {}): CautiousCandidate {
  return {
    title: 'Amber',
    hasPortal: true,
    isThis: false,
    size: 30,
    needed: 9,
    members: [1, 2],
    teamReadOn: START,
    missingDays: 0,
    closedDays: 14,
    ...given,
  };
}

function warnings(...candidates: CautiousCandidate[]) {
  return warningsOf(candidates, { state: 'finished', start: START });
}

function sentences(...candidates: CautiousCandidate[]) {
  return warnings(...candidates).map(({ sentence }) => sentence);
}

const codes = (...candidates: CautiousCandidate[]) =>
  warnings(...candidates).map(({ code }) => code);

describe('what to keep in mind', () => {
  it('is always that new things are tried out', () => {
    expect(codes(candidate())).toEqual(['novelty']);
    expect(sentences(candidate(), candidate({ isThis: true }))).toContain(
      'New tools get tried out: the first weeks do not show who still uses them months later. Its team already knew this portal; the others are new.',
    );
  });

  it('is how much one person counts in a small team', () => {
    expect(sentences(candidate({ size: 10, needed: 3 }))).toContain(
      'Amber was tried by 10 people: one person equals 10 points, and the goal takes 3.',
    );
    expect(codes(candidate({ size: 20 }))).toContain('small-team');
    expect(codes(candidate({ size: 21 }))).not.toContain('small-team');
  });

  it('is that teams are of other sizes, or other people', () => {
    const other = candidate({ title: 'Birch', size: 40, members: [3] });
    expect(codes(candidate(), other)).toEqual([
      'team-sizes-differ',
      'teams-differ',
      'novelty',
    ]);
  });

  it('is how many people try more than one', () => {
    const other = candidate({ title: 'Birch', members: [2, 3] });
    expect(codes(candidate(), other)).toEqual(['teams-overlap', 'novelty']);
    expect(sentences(candidate(), other)[0]).toMatch(/^1 person tries more/);
    expect(sentences(candidate(), candidate())[0]).toMatch(/^2 people try/);
  });

  it('is what was not reported, or cannot be', () => {
    expect(sentences(candidate({ missingDays: 3 }))).toContain(
      'No activity of Amber was reported for 3 of 14 days: actual usage may be higher and earlier.',
    );
    const unmeasured = candidate({ hasPortal: false, missingDays: 14 });
    expect(codes(unmeasured)).toEqual(['not-measured', 'novelty']);
  });

  it('is that a team was read after the start', () => {
    expect(codes(candidate({ teamReadOn: START + 3 }))).toContain(
      'team-read-late',
    );
  });

  it('is no team before the start', () => {
    const planned = candidate({
      size: undefined,
      members: [],
      teamReadOn: undefined,
    });
    expect(
      warningsOf([planned, planned], { state: 'planned', start: START }),
    ).toEqual([]);
  });
});
