import { inEnglish, say } from 'backstage-plugin-adoption-metrics-common';
import { durationInWords } from './durationInWords';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units';

it.each([
  [DAY_MS, '1 day'],
  [180 * DAY_MS, '180 days'],
  [36 * HOUR_MS, '36 hours'],
  [90 * MINUTE_MS, '90 minutes'],
  [SECOND_MS, '1 second'],
  [0, '0 seconds'],
])('writes %p ms as %p', (duration, words) => {
  const said = say('text', { text: durationInWords(duration) });
  expect(inEnglish(said)).toBe(words);
});
