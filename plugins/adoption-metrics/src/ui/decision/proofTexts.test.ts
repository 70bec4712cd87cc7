import type { Proof } from 'backstage-plugin-adoption-metrics-common';
import { decisionProof } from '../../__fixtures__';
import { english } from '../../__testUtils__/english';
import { proofResultText, warningTexts } from './proofTexts';

const [quayside, driftwood] = decisionProof.candidates;
const late = { ...driftwood, active: 3, daysToGoal: 11 };

function said(
  result: Partial<Proof['result']>,
  changes: Partial<Proof> = {},
): string {
  const proof = {
    ...decisionProof,
    ...changes,
    result: { ...decisionProof.result, ...result },
  };
  return proofResultText(proof, english);
}

describe('proofResultText', () => {
  it.each<[Proof['state'], string]>([
    ['planned', 'Starts on Oct 5, 2026.'],
    ['trial', 'Trials end on Nov 15, 2026.'],
    ['evaluation', 'Evaluation ends on Dec 6, 2026. Ahead so far: Quayside.'],
  ])(
    'says how long a proof of concept goes on while it is %s',
    (state, text) => {
      expect(said({}, { state })).toBe(text);
    },
  );

  it('says that nobody is ahead', () => {
    expect(said({ candidates: [] }, { state: 'evaluation' })).toBe(
      'Evaluation ends on Dec 6, 2026. No candidate has reached the goal so far.',
    );
  });

  it('names the winner, and on which day the others got there', () => {
    const failed = { ...driftwood, id: 3, title: 'Raft', active: 1 };
    expect(said({}, { candidates: [quayside, late, failed] })).toBe(
      'Quayside wins: it reached 30% of its team on day 6; Driftwood on day 11, Raft did not.',
    );
  });

  it.each([
    ['cost', /as early as any, and costs less per active developer\.$/],
    ['feedback', /as early as any, and got better feedback\.$/],
  ] as const)('says that %s told them apart', (decidedBy, text) => {
    expect(said({ decidedBy })).toMatch(text);
  });

  it('compares one candidate with nobody', () => {
    expect(said({}, { candidates: [quayside] })).toBe(
      'Quayside reached 30% of its team on day 6.',
    );
  });

  it('says that there is no winner, or that none is known', () => {
    expect(
      said(
        { outcome: 'tie', candidates: [1, 2] },
        { candidates: [quayside, { ...late, daysToGoal: 6 }] },
      ),
    ).toBe(
      'Quayside, Driftwood are tied: each reached 30% of its team on day 6.',
    );
    expect(said({ outcome: 'no-winner', candidates: [] })).toBe(
      'No winner: no candidate reached 30% of its team.',
    );
    expect(said({ outcome: 'unknown', candidates: [] })).toBe(
      'No winner is known: no activity was reported.',
    );
  });

  it('leaves what a newer backend says as it is', () => {
    const outcome = 'postponed' as Proof['result']['outcome'];
    expect(said({ outcome, sentence: 'Postponed.' })).toBe('Postponed.');
  });
});

describe('warningTexts', () => {
  it('says each once, and what is new in the words of the API', () => {
    const warnings = [
      { code: 'small-team', sentence: 'One of ten.' },
      { code: 'small-team', sentence: 'Another of ten.' },
      { code: 'full-moon', sentence: 'The moon was full.' },
    ] as Proof['warnings'];
    expect(warningTexts({ ...decisionProof, warnings }, english)).toEqual([
      'Teams are small: one person makes a difference of several percentage points.',
      'The moon was full.',
    ]);
  });
});
