import { answersOf, number, option } from './__testUtils__/organization';
import { readinessOf } from './readiness';

const questions = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, text: `${id}?` }));
const origin = { title: 'A blog', date: '2025', grade: 'unverified' };
const published = {
  readiness: { option: 'beacon', origin, questions },
  options: [option({ numbers: { team: number('beacon.team', 7) } })],
};

const yes = { a: true, b: true, c: true, d: true, e: true };

describe('readinessOf', () => {
  it.each([
    [yes, 'ready'],
    [{ ...yes, e: false }, 'wrong-choice'],
    [{ e: false }, 'wrong-choice'],
    [{ a: true, b: true, c: true, d: true }, 'undecided'],
    [{}, 'undecided'],
  ])('of %j is %s', (answers, state) => {
    expect(readinessOf(published, answersOf({}, answers)).state).toBe(state);
  });

  it('says what it is the wrong choice for, and why', () => {
    const { sentence, questions: asked } = readinessOf(
      published,
      answersOf({}, { ...yes, a: false, d: false }),
    );
    expect(sentence).toBe(
      'Beacon is the wrong choice: 2 questions are answered "no".',
    );
    expect(asked[0]).toEqual({
      id: 'a',
      text: 'a?',
      answer: false,
      isStale: false,
    });
  });

  it('does not count an answer that is too old', () => {
    const answers = answersOf({}, yes);
    answers.readiness.c!.isStale = true;
    const {
      state,
      sentence,
      questions: asked,
    } = readinessOf(published, answers);
    expect([state, asked[2].answer, asked[2].isStale]).toEqual([
      'undecided',
      null,
      true,
    ]);
    expect(sentence).toMatch(/1 question is open/);
  });
});
