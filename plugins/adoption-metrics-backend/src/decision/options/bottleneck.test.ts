import { answersOf, number } from './__testUtils__/organization';
import { bottleneckOf } from './bottleneck';

const elsewhere = { ...number('outsideChanges', 0.85), title: 'Elsewhere' };

describe('bottleneckOf', () => {
  it.each([
    [0.849, 'not-met'],
    [0.85, 'met'],
    [undefined, 'unknown'],
  ])('%d of changes from outside: %s', (outsideChanges, state) => {
    const answers = answersOf({ outsideChanges });
    expect(bottleneckOf(answers, elsewhere).state).toBe(state);
  });

  it('says what it compares', () => {
    const { sentence } = bottleneckOf(
      answersOf({ outsideChanges: 0.1 }),
      elsewhere,
    );
    expect(sentence).toBe(
      '10% of the changes to the portal come from outside its team: the rest depends on the team. Elsewhere: 85%.',
    );
  });

  it('judges nothing by nothing', () => {
    const answers = answersOf({ outsideChanges: 0.1 });
    expect(bottleneckOf(answers, undefined).state).toBe('unknown');
  });
});
