import { Target } from 'backstage-plugin-adoption-metrics-common';
import { judgePercentile, judgeShare, undecided } from './verdict';

const atLeast = (value: number): Target => ({ operator: '>=', value });
const under = (value: number): Target => ({ operator: '<', value });

describe('judgeShare', () => {
  it.each([
    [89, 300, atLeast(0.3), 'missed'],
    [90, 300, atLeast(0.3), 'met'],
    [1, 50, under(0.02), 'missed'],
    [1, 51, under(0.02), 'met'],
    [0, 1, under(0.02), 'met'],
    [7, 10, atLeast(0.7), 'met'],
    [999, 1000, atLeast(0.999), 'met'],
  ])('judges %p of %p against %p: %p', (numerator, total, target, status) => {
    expect(judgeShare(numerator, total, target)).toEqual({ status });
  });
});

describe('judgePercentile', () => {
  it.each([
    [75, 100, 'met'],
    [74, 100, 'missed'],
    [30, 40, 'met'],
    [31, 41, 'met'],
    [30, 41, 'missed'],
  ])('judges %p of %p below the target: %p', (within, loads, status) => {
    expect(judgePercentile(within, loads, 0.75)).toEqual({ status });
  });
});

it('gives the reason for no verdict', () => {
  expect(undecided('no-data')).toEqual({
    status: 'undecided',
    reason: 'no-data',
  });
});
