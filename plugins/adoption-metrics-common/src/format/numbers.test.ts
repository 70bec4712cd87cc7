import { formatCount, formatDecimal, formatSignedCount } from './numbers';

describe('counts', () => {
  it('have the separators of the locale', () => {
    expect(formatCount(4212, 'en-US')).toBe('4,212');
    expect(formatCount(4212, 'de-DE')).toBe('4.212');
  });

  it('have a sign where asked, and a minus that is one', () => {
    expect(formatSignedCount(-12, 'en-US')).toBe('\u221212');
    expect(formatSignedCount(3, 'en-US')).toBe('+3');
  });
});

describe('formatDecimal', () => {
  it('keeps its decimals', () => {
    expect(formatDecimal(6, 1, 'en-US')).toBe('6.0');
    expect(formatDecimal(6.74, 1, 'de-DE')).toBe('6,7');
    expect(formatDecimal(-0.25, 1, 'en-US')).toBe('\u22120.3');
  });
});
