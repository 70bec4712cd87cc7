import { Goal, isMet } from './figure';

function met(value: number, goal?: Goal) {
  return isMet({ figure: 'f', value, unit: 'ratio', goal });
}

describe('isMet', () => {
  it.each<[number, Goal, boolean]>([
    [0.5, '>= 0.5', true],
    [0.499, '>= 0.5', false],
    [0.01, '<= 0.01', true],
    [0.0101, '<= 0.01', false],
    [1.5, '< 1.5', false],
    [1.49, '< 1.5', true],
    [2, '> 2', false],
    [2.1, '> 2', true],
    [0, '= 0', true],
    [1, '= 0', false],
  ])('judges %p against %p as %p', (value, goal, expected) => {
    expect(met(value, goal)).toBe(expected);
  });

  it('says nothing without a goal', () => {
    expect(met(1)).toBeUndefined();
  });

  it('does not take for met what could not be computed', () => {
    expect(met(NaN, '<= 1')).toBe(false);
    expect(met(NaN, '>= 1')).toBe(false);
  });
});
