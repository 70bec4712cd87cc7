import { deltaOf } from './delta';
import { sampleOf } from '../samples/__testUtils__/samples';
import { readingOf } from './__testUtils__/metrics';

const current = { definitionVersion: 1, timeZone: 'UTC' };
const reading = readingOf({ value: 0.35, numerator: 105, denominator: 300 });

describe('deltaOf', () => {
  it('is the change since the former sample', () => {
    expect(deltaOf(reading, sampleOf(), current)).toEqual({
      change: expect.closeTo(0.05),
      previousValue: 0.3,
      previousDay: '2026-03-02',
      numeratorChange: 15,
      denominatorChange: 0,
    });
  });

  it('leaves out counts that one side does not have', () => {
    const delta = deltaOf(
      readingOf({ value: 4 }),
      sampleOf({ value: 5 }),
      current,
    );
    expect(delta).toEqual({
      change: -1,
      previousValue: 5,
      previousDay: '2026-03-02',
    });
  });

  it.each([
    ['former sample', undefined],
    ['former value', sampleOf({ value: undefined })],
    ['common definition', sampleOf({ definitionVersion: 2 })],
    ['common time zone', sampleOf({ timeZone: 'Asia/Tokyo' })],
  ])('is none without a %s', (_what, previous) => {
    expect(deltaOf(reading, previous, current)).toBeNull();
  });

  it('is none while the value is unknown', () => {
    expect(deltaOf(readingOf(), sampleOf(), current)).toBeNull();
  });
});
