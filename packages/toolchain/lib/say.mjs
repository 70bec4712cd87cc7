let messages = process.stdout;

/** Keeps standard output for results: messages go to standard error from now. */
export function speakOnStandardError() {
  messages = process.stderr;
}

/** Where messages go; the messages of commands that are run go there too. */
export function messageStream() {
  return messages;
}

/** One plain line about what is being done. */
export function say(text) {
  messages.write(`==> ${text}\n`);
}

/** A fault that the reader can mend: printed as a sentence, without a stack. */
export class UserError extends Error {}
