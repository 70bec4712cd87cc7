import { ChanceOfNone } from './ChanceOfNone';

describe('ChanceOfNone', () => {
  it('is the share of tries in which nothing happened, at first', () => {
    const chance = new ChanceOfNone({ some: 3, none: 1 });
    expect(chance.ofNoneIn(0)).toBe(1);
    expect(chance.ofNoneIn(1)).toBeCloseTo(1 / 4);
  });

  it('learns from each further try', () => {
    const chance = new ChanceOfNone({ some: 3, none: 1 });
    expect(chance.ofNoneIn(2)).toBeCloseTo((1 / 4) * (2 / 5));
  });

  it('counts no more tries than said', () => {
    const many = new ChanceOfNone({ some: 300, none: 100, most: 4 });
    expect(many.ofNoneIn(2)).toBeCloseTo((1 / 4) * (2 / 5));
  });
});
