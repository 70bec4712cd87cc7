/** One plain line about what is being done. */
export function say(text) {
  console.log(`==> ${text}`);
}

/** A fault that the reader can mend: printed as a sentence, without a stack. */
export class UserError extends Error {}
