import { createRandom, normal } from './random';

function take(count: number, next: () => number): number[] {
  return Array.from({ length: count }, next);
}

describe('createRandom', () => {
  it('repeats itself for a seed and differs for another', () => {
    const first = take(5, createRandom(1));
    expect(take(5, createRandom(1))).toEqual(first);
    expect(take(5, createRandom(2))).not.toEqual(first);
  });

  it('stays in [0, 1) and fills it evenly', () => {
    const values = take(10_000, createRandom(3));
    expect(values.every(value => value >= 0 && value < 1)).toBe(true);
    const below = values.filter(value => value < 0.25).length;
    expect(below).toBeGreaterThan(2_300);
    expect(below).toBeLessThan(2_700);
  });
});

describe('normal', () => {
  it('has two thirds of its values within one deviation', () => {
    const random = createRandom(4);
    const values = take(10_000, () => normal(random));
    const near = values.filter(value => Math.abs(value) < 1).length;
    expect(near).toBeGreaterThan(6_600);
    expect(near).toBeLessThan(7_050);
  });
});
