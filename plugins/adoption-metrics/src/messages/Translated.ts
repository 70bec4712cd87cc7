/**
 * Messages in another language: each of the English ones, and no other. A
 * missing or surplus message does not compile.
 */
export type Translated<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string
    ? string
    : Translated<Messages[Key]>;
};
