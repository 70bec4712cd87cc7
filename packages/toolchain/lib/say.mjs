import { AsyncLocalStorage } from 'node:async_hooks';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

let messages = process.stdout;
const heldBack = new AsyncLocalStorage();

/** Keeps standard output for results: messages go to standard error from now. */
export function speakOnStandardError() {
  messages = process.stderr;
}

/** Where a command that is run writes its messages, and its errors. */
export function outputs() {
  const file = heldBack.getStore();
  return file === undefined ? [messages, 'inherit'] : [file, file];
}

/** One plain line about what is being done. */
export function say(text) {
  write(`==> ${text}\n`);
}

/** What is wrong, beside other errors. */
export function complain(text) {
  const file = heldBack.getStore();
  if (file === undefined) {
    console.error(text);
  } else {
    write(`${text}\n`);
  }
}

/**
 * Does work beside other work, whose messages are not to mix: what it says, and
 * what the commands say that it runs, stands in a file until it is done.
 */
export async function holdBack(path, work) {
  const file = openSync(path, 'w');
  try {
    return await heldBack.run(file, work);
  } finally {
    closeSync(file);
    messages.write(readFileSync(path));
  }
}

function write(text) {
  const file = heldBack.getStore();
  if (file === undefined) {
    messages.write(text);
  } else {
    writeSync(file, text);
  }
}

/** A fault that the reader can mend: printed as a sentence, without a stack. */
export class UserError extends Error {}
