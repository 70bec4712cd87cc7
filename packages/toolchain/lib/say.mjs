import { AsyncLocalStorage } from 'node:async_hooks';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

let messages = process.stdout;
const heldBack = new AsyncLocalStorage();

/** Reserves standard output for results. Messages go to standard error. */
export function speakOnStandardError() {
  messages = process.stderr;
}

/** Where commands write their messages and errors. */
export function outputs() {
  const file = heldBack.getStore();
  return file === undefined ? [messages, 'inherit'] : [file, file];
}

/** Prints a progress message. */
export function say(text) {
  write(`==> ${text}\n`);
}

/** Prints an error message. */
export function complain(text) {
  const file = heldBack.getStore();
  if (file === undefined) {
    console.error(text);
  } else {
    write(`${text}\n`);
  }
}

/**
 * Runs work in parallel with other work. Its messages are written to a file
 * until it is done, so that they do not mix.
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

/** An error that the user can fix. Printed without a stack trace. */
export class UserError extends Error {}
