import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

const pollMilliseconds = 500;
const reminderMilliseconds = 60_000;

/** Resolves when the request is answered with success; reminds while it is not. */
export async function untilReady(name, { url, headers }, signal) {
  const started = Date.now();
  let reminders = 0;
  while (!(await answers(url, headers))) {
    const waited = Date.now() - started;
    if (waited > (reminders + 1) * reminderMilliseconds) {
      reminders += 1;
      say(
        `Still waiting for the ${name} after ${seconds(
          waited,
        )}; its messages are above`,
      );
    }
    await delay(pollMilliseconds, undefined, { signal });
  }
  say(`The ${name} is ready after ${seconds(Date.now() - started)}`);
}

async function answers(url, headers) {
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function seconds(milliseconds) {
  return `${Math.round(milliseconds / 1000)} s`;
}
