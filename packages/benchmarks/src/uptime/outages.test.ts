import { minutesDown, outagesOf, Watch } from './outages';

const watch: Watch = { components: 2, minutes: 10_000, outagesEach: 50 };

describe('outagesOf', () => {
  it('has as many as asked for, apart from each other and the edges', () => {
    const outages = outagesOf(watch, 1);
    expect(outages).toHaveLength(50);
    const edges = outages.flatMap(({ from, to }) => [from, to]);
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(new Set(edges).size).toBe(100);
    expect(edges[0]).toBeGreaterThan(0);
    expect(edges[99]).toBeLessThan(watch.minutes);
  });

  it('has each last for two minutes at least, or it would not be believed', () => {
    const lengths = outagesOf(watch, 1).map(({ from, to }) => to - from);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2);
    expect(minutesDown(watch, 1)).toBe(lengths.reduce((a, b) => a + b));
  });

  it('is the same in every run and differs between components', () => {
    expect(outagesOf(watch, 1)).toEqual(outagesOf(watch, 1));
    expect(outagesOf(watch, 1)).not.toEqual(outagesOf(watch, 2));
  });
});
