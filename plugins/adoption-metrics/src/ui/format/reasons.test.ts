import { english } from '../../__testUtils__/english';
import { suppressionText } from './reasons';

const { t, format } = english;

describe('suppressionText', () => {
  it.each([
    ['too-few-people' as const, 'hidden: fewer than 7 people'],
    ['complementary' as const, /another hidden number could be calculated/],
    ['reveals-everybody' as const, /hidden for privacy/],
  ])('says why %s hides a number', (reason, text) => {
    expect(suppressionText(reason, t, 7)).toMatch(text);
  });

  it('says nothing of a number that is shown', () => {
    expect(suppressionText(undefined, t, 7)).toBeUndefined();
  });
});

describe('values that may be unknown', () => {
  it('are written, and never as zero when they are not known', () => {
    const { countOrUnknown, secondsOrUnknown, shareOrUnknown } = format;
    expect(countOrUnknown(1_234)).toBe('1,234');
    expect(countOrUnknown(0)).toBe('0');
    expect(secondsOrUnknown(1.25)).toBe('1.3 s');
    expect(shareOrUnknown(0.905)).toBe('90.5%');
    for (const write of [countOrUnknown, secondsOrUnknown, shareOrUnknown]) {
      expect(write(null)).toBe('unknown');
    }
  });
});
