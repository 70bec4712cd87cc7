import { english } from '../../__testUtils__/english';
import { discardReasonText, dropReasonText } from './reasons';

const { t } = english;

describe('reasons', () => {
  it('are in words, and those of a newer server as they are', () => {
    expect(discardReasonText('sleep', t)).toBe('computer asleep');
    expect(discardReasonText('eclipse', t)).toBe('eclipse');
    expect(dropReasonText('too-old', t)).toBe('could not be sent in time');
    expect(dropReasonText('eclipse', t)).toBe('eclipse');
  });
});
