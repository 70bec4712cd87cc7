/** Messages below each other, or one of them. */
interface Messages {
  readonly [key: string]: string | Messages;
}

function entriesOf(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[`${prefix}${key}`, message] as [string, string]]
      : entriesOf(message, `${prefix}${key}.`),
  );
}

/** By the dotted keys under which Backstage looks messages up. */
export function flatten(messages: Messages): Record<string, string> {
  return Object.fromEntries(entriesOf(messages));
}
