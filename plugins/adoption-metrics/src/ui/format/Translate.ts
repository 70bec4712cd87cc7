import type { ReactElement } from 'react';
import type { adoptionMetricsTranslationRef } from '../../translation';

type Messages = (typeof adoptionMetricsTranslationRef)['T'];

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
export type MessageKey = BaseOf<keyof Messages & string>;

type MessageOf<Key extends string> = Key extends keyof Messages
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
type ValueNames<Key extends string> =
  | NamesIn<MessageOf<Key>>
  | (Key extends keyof Messages ? never : 'count');

type Values<Key extends string, Value> = [ValueNames<Key>] extends [never]
  ? []
  : [
      values: {
        [Name in ValueNames<Key> & string]: Name extends 'count'
          ? number
          : Value;
      },
    ];

/**
 * Says the plugin's messages in the language of the reader. The type is that of
 * Backstage's own `t` without what it can do beyond this, which takes the
 * compiler a minute longer.
 */
export interface Translate {
  <Key extends MessageKey>(key: Key, ...values: Values<Key, string>): string;
  /** With an element among the values it becomes one. */
  <Key extends MessageKey>(
    key: Key,
    ...values: Values<Key, string | ReactElement>
  ): ReactElement;
}
