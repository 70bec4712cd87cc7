import { Compared, judgeProof, stateOf } from './judgeProof';
import { scheduleOf } from './schedule';
import { parseDay } from '../../time';

const schedule = scheduleOf({
  start: parseDay('2026-03-02')!,
  mode: 'sequential',
  weeks: 2,
  evaluationWeeks: 2,
  candidates: 3,
});

function candidate(
  title: string,
  daysToGoal?: number,
  more: Partial<Compared> = {},
): Compared {
  return {
    position: title.charCodeAt(0) - 64,
    title,
    isMeasured: true,
    daysToGoal,
    costPerActiveDeveloper: undefined,
    feedback: undefined,
    ...more,
  };
}

function judge(...candidates: Compared[]) {
  return judgeProof(candidates, { state: 'finished', schedule, goal: 0.3 });
}

const liked = (score: number) => ({ feedback: { score, answers: 8 } });
const costing = (costPerActiveDeveloper: number) => ({
  costPerActiveDeveloper,
});

describe('the winner of a proof of concept', () => {
  it('reached the goal first: day 6 beats day 11', () => {
    expect(
      judge(candidate('Amber', 6), candidate('Birch', 11), candidate('Cedar')),
    ).toEqual({
      outcome: 'winner',
      candidates: [1],
      decidedBy: 'days',
      sentence:
        'Amber wins: it reached 30% of its team on day 6, Birch on day 11. Cedar did not.',
    });
  });

  it('is not who costs less or is liked better, but later', () => {
    const fast = candidate('Amber', 6, { ...costing(900), ...liked(1) });
    const cheap = candidate('Birch', 7, { ...costing(1), ...liked(5) });
    expect(judge(cheap, fast).candidates).toEqual([1]);
  });

  it('costs less among those who were as fast', () => {
    const judged = judge(
      candidate('Amber', 6, costing(1_200)),
      candidate('Birch', 6, costing(900)),
      candidate('Cedar', 9, costing(1)),
    );
    expect(judged).toMatchObject({
      outcome: 'winner',
      candidates: [2],
      decidedBy: 'cost',
      sentence:
        'Birch wins: it reached 30% of its team on day 6, as Amber did, and costs less per active developer.',
    });
  });

  it('got better feedback among those who cost the same', () => {
    const judged = judge(
      candidate('Amber', 6, { ...costing(0.1 + 0.2), ...liked(4.2) }),
      candidate('Birch', 6, { ...costing(0.3), ...liked(3.9) }),
    );
    expect(judged).toMatchObject({
      candidates: [1],
      decidedBy: 'feedback',
      sentence: expect.stringMatching(/as Birch did, and got better feedback/),
    });
  });

  it('is decided by feedback where the cost of one is not known', () => {
    const judged = judge(
      candidate('Amber', 6, liked(3)),
      candidate('Birch', 6, { ...costing(1), ...liked(4) }),
    );
    expect(judged).toMatchObject({ candidates: [2], decidedBy: 'feedback' });
  });

  it.each([
    [{}, {}, 'Neither cost nor feedback is known for all of them.'],
    [costing(1), costing(1), 'Feedback is not known for all of them.'],
    [liked(4), liked(4), 'Cost is not known for all of them.'],
    [
      { ...costing(1), ...liked(4) },
      { ...costing(1), ...liked(4) },
      'Cost and feedback are equal.',
    ],
  ])('is none where %j and %j tie', (a, b, why) => {
    expect(judge(candidate('Amber', 6, a), candidate('Birch', 6, b))).toEqual({
      outcome: 'tie',
      candidates: [1, 2],
      decidedBy: undefined,
      sentence: `Amber and Birch tie: each reached 30% of its team on day 6. ${why}`,
    });
  });

  it('is none where no candidate reached the goal', () => {
    const judged = judge(candidate('Amber'), candidate('Birch'));
    expect(judged).toMatchObject({
      outcome: 'no-winner',
      candidates: [],
      sentence: 'No winner: no candidate reached 30% of its team.',
    });
  });

  it('says of whom nothing is known', () => {
    const unknown = candidate('Cedar', undefined, { isMeasured: false });
    expect(judge(candidate('Amber'), unknown).sentence).toBe(
      'No winner: no candidate reached 30% of its team. No data on Cedar.',
    );
    expect(judge(candidate('Amber', 3), unknown).sentence).toBe(
      'Amber wins: it reached 30% of its team on day 3. No data on Cedar.',
    );
    expect(judge(unknown)).toMatchObject({ outcome: 'unknown' });
  });

  it('is nobody where one candidate is alone, which reached the goal', () => {
    expect(judge(candidate('Amber', 3)).sentence).toBe(
      'Amber reached 30% of its team on day 3.',
    );
  });

  it.each([
    ['2026-03-01', 'planned', 'It starts on 2 Mar 2026.'],
    ['2026-03-02', 'trial', 'Not over yet: the trials end on 12 Apr 2026.'],
    ['2026-04-12', 'trial', 'Not over yet: the trials end on 12 Apr 2026.'],
    [
      '2026-04-13',
      'evaluation',
      'Not over yet: the evaluation ends on 26 Apr 2026. So far: Amber reached 30% of its team on day 3.',
    ],
    ['2026-04-27', 'finished', 'Amber reached 30% of its team on day 3.'],
  ])('is open before the end: on %s', (day, expected, sentence) => {
    const state = stateOf(schedule, parseDay(day)!);
    const judged = judgeProof([candidate('Amber', 3)], {
      state,
      schedule,
      goal: 0.3,
    });
    expect(state).toBe(expected);
    expect(judged).toMatchObject({
      outcome: state === 'finished' ? 'winner' : 'open',
      sentence,
    });
  });
});
