import { z } from 'zod';
import { metricIds, targetOperators, units } from '../../metrics';
import { sentenceCodes } from '../../wording/sentences';
import type { Wording, WordingValue } from '../../wording/Wording';

const number = z.number();
const text = z.string();
const unit = z.enum(units);
const target = z.object({ operator: z.enum(targetOperators), value: number });

const wordingWith = (value: z.ZodType<WordingValue>) =>
  z.object({
    code: z.enum(sentenceCodes).describe('Names the sentence'),
    values: z
      .record(z.string(), value)
      .describe('By the name that the sentence gives them'),
  });

/** @public */
export const WordingValueSchema: z.ZodType<WordingValue> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z
        .object({ type: z.literal('text'), value: text })
        .describe('A name, a ref, or what another system said'),
      z.object({ type: z.literal('count'), value: number }),
      z.object({
        type: z.literal('decimal'),
        value: number,
        decimals: z.number().int(),
      }),
      z
        .object({
          type: z.literal('share'),
          value: number,
          target: target.optional(),
        })
        .describe('To a tenth of a percent, and never across the target'),
      z
        .object({ type: z.literal('percent'), value: number })
        .describe('A fraction, in whole percent'),
      z
        .object({
          type: z.literal('metric'),
          value: number,
          id: z.enum(metricIds),
          unit,
          target,
        })
        .describe('The value of a metric, never rounded across its target'),
      z
        .object({ type: z.literal('limit'), value: number, unit })
        .describe('The value of a target, exactly as it was set'),
      z
        .object({ type: z.literal('duration'), value: number })
        .describe('In seconds'),
      z.object({
        type: z.literal('time'),
        value: number,
        unit: z.enum(['second', 'minute', 'hour', 'day', 'week', 'year']),
      }),
      z
        .object({ type: z.literal('day'), value: text })
        .describe('`YYYY-MM-DD`'),
      z.object({ type: z.literal('instant'), value: text, timeZone: text }),
      z.object({
        type: z.literal('list'),
        style: z.enum(['and', 'or', 'comma', 'semicolon', 'space']),
        items: z.array(WordingValueSchema),
      }),
      z
        .object({
          type: z.literal('wording'),
          value: wordingWith(WordingValueSchema),
        })
        .describe('Worded by its own code'),
    ]),
  )
  .describe('A value as it is, not as it is written in a language');

/** @public */
export const WordingSchema: z.ZodType<Wording> = wordingWith(
  WordingValueSchema,
).describe('A sentence as its code and the values in it');

/** The sentences of a text, one after the other. */
const sentences = z.array(WordingSchema);

/** The English sentences of an object once more, each by its code. */
export function worded<const Name extends string>(
  ...names: Name[]
): z.ZodObject<Record<Name, typeof sentences>> {
  return z
    .object(
      Object.fromEntries(names.map(name => [name, sentences])) as Record<
        Name,
        typeof sentences
      >,
    )
    .describe('The same in codes and values, to word it in another language');
}
