import type { Sentences } from './sentences';
import type { Wording, WordingValue } from './Wording';

type NameOf<Placeholder> = Placeholder extends `${infer Name},${string}`
  ? Name
  : Placeholder;

type NamesIn<Sentence> =
  Sentence extends `${string}{{${infer Placeholder}}}${infer Rest}`
    ? NameOf<Placeholder> | NamesIn<Rest>
    : never;

type SentenceOf<Code extends Wording['code']> = Code extends keyof Sentences
  ? Sentences[Code]
  : Sentences[`${Code}_other` & keyof Sentences];

/** One with plural forms needs a count, even where it does not name it. */
type ValueNames<Code extends Wording['code']> =
  | NamesIn<SentenceOf<Code>>
  | (Code extends keyof Sentences ? never : 'count');

type Given = string | number | Wording | WordingValue;

type Values<Code extends Wording['code']> = [ValueNames<Code>] extends [never]
  ? []
  : [
      values: {
        [Name in ValueNames<Code> & string]: Name extends 'count'
          ? number
          : Given;
      },
    ];

/**
 * A sentence with its values: a text is written as it is, a number is a count.
 *
 * @public
 */
export function say<Code extends Wording['code']>(
  code: Code,
  ...[values]: Values<Code>
): Wording {
  const entries = Object.entries<Given>(values ?? {});
  return {
    code,
    values: Object.fromEntries(
      entries.map(([name, value]) => [name, toValue(value)]),
    ),
  };
}

/**
 * Several values in one place of a sentence, such as "a, b, and c".
 *
 * @public
 */
export function listed(
  items: Array<string | number | Wording | WordingValue>,
  style: Extract<WordingValue, { type: 'list' }>['style'],
): WordingValue {
  return { type: 'list', style, items: items.map(toValue) };
}

function toValue(given: Given): WordingValue {
  if (typeof given === 'string') {
    return { type: 'text', value: given };
  }
  if (typeof given === 'number') {
    return { type: 'count', value: given };
  }
  return 'code' in given ? { type: 'wording', value: given } : given;
}
