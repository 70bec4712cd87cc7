import { english } from '../../__testUtils__/english';
import { suppressionText } from './reasons';

const { t, format } = english;

describe('suppressionText', () => {
  it('says how many people it would take', () => {
    expect(suppressionText('too-few-people', t, 7)).toBe(
      'hidden: fewer than 7 people',
    );
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
