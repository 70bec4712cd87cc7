import { z } from 'zod';
import { dayText, section, share, wholeNumber } from '../configuration';
import { Deadline } from './Deadline';
import { DEFAULT_HOLD, DEFAULT_LENGTH, deadlineOf } from './deadlineOf';

const KEY = 'adoptionMetrics.deadline';
const LONGEST_HOLD = 12;

/** The same limit as in the API. */
const MOST_HOLIDAYS = 50;

const holidays = z
  .array(
    section({
      from: dayText().describe('First day'),
      to: dayText().describe('First day after the holidays'),
    }),
  )
  .max(MOST_HOLIDAYS)
  .meta({
    accepted: `lists of up to ${MOST_HOLIDAYS} entries with from and to`,
  });

const deadline = section({
  start: dayText().describe('First day, such as `2026-11-02`'),
  goal: share().prefault(0.3).describe('Share of developers to reach'),
  length: z
    .string()
    .meta({ accepted: "periods such as 'P6M', 'P26W' or 'P180D'" })
    .optional()
    .meta({ otherwise: `\`${DEFAULT_LENGTH}\`` })
    .describe('Duration in months, weeks, or days'),
  date: dayText()
    .optional()
    .meta({ otherwise: '`length` after the start' })
    .describe('Day by whose end the goal must be met, instead of a length'),
  hold: wholeNumber({ least: 1, most: LONGEST_HOLD })
    .prefault(DEFAULT_HOLD)
    .describe('Consecutive closed weeks for which the goal must hold'),
  holidays: holidays
    .prefault([])
    .describe(
      'Days with few people expected; a week is excluded from the forecast if its 28 days include more than seven of them',
    ),
});

/**
 * The configuration below `adoptionMetrics.deadline`, parsed into a deadline.
 */
export const deadlineConfig = deadline
  .transform(({ date, ...settings }, context): Deadline => {
    try {
      return deadlineOf(
        { ...settings, date },
        { source: 'configuration', nameOf },
      );
    } catch (error) {
      const sentence = (error as Error).message;
      context.addIssue({ code: 'custom', params: { sentence } });
      return z.NEVER;
    }
  })
  .optional();

function nameOf(setting: string): string {
  return `${KEY}.${setting}`;
}
