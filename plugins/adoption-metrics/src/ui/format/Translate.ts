import type { ReactElement } from 'react';
import type { adoptionScorecardTranslationRef } from '../../scorecardTranslation';
import type { adoptionMetricsTranslationRef } from '../../translation';

type BaseOf<Key> = Key extends `${infer Base}_${
  | 'zero'
  | 'one'
  | 'two'
  | 'few'
  | 'many'
  | 'other'}`
  ? Base
  : Key;

/** Names a message, one with plural forms without the form. */
type KeyOf<Messages> = BaseOf<keyof Messages & string>;

type MessageOf<Messages, Key extends string> = Key extends keyof Messages
  ? Messages[Key]
  : Messages[`${Key}_other` & keyof Messages];

type NameOf<Placeholder> = Placeholder extends `${infer Name},${string}`
  ? Name
  : Placeholder;

type NamesIn<Message> =
  Message extends `${string}{{${infer Placeholder}}}${infer Rest}`
    ? NameOf<Placeholder> | NamesIn<Rest>
    : never;

/** A message with plural forms needs a count, even where it does not name it. */
type ValueNames<Messages, Key extends string> =
  | NamesIn<MessageOf<Messages, Key>>
  | (Key extends keyof Messages ? never : 'count');

type Values<Messages, Key extends string, Value> = [
  ValueNames<Messages, Key>,
] extends [never]
  ? []
  : [
      values: {
        [Name in ValueNames<Messages, Key> & string]: Name extends 'count'
          ? number
          : Value;
      },
    ];

/**
 * Says messages in the language of the reader. The type is that of Backstage's
 * own `t` without what it can do beyond this, which takes the compiler a minute
 * longer.
 */
interface TranslateOf<Messages> {
  <Key extends KeyOf<Messages>>(
    key: Key,
    ...values: Values<Messages, Key, string>
  ): string;
  /** With an element among the values it becomes one. */
  <Key extends KeyOf<Messages>>(
    key: Key,
    ...values: Values<Messages, Key, string | ReactElement>
  ): ReactElement;
}

type ScorecardMessages = (typeof adoptionScorecardTranslationRef)['T'];
type AllMessages = ScorecardMessages &
  (typeof adoptionMetricsTranslationRef)['T'];

/** Names any message of the plugin, one with plural forms without the form. */
export type MessageKey = KeyOf<AllMessages>;

/** Says what the homepage card says, and what the pages share with it. */
export type ScorecardTranslate = TranslateOf<ScorecardMessages>;

/** Says all messages of the plugin, and so takes the place of the other. */
export type Translate = TranslateOf<AllMessages> & ScorecardTranslate;
