import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

/** An idle event loop beside, which feels what else the machine does. */
const IDLE = `
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { parentPort } = require('node:worker_threads');
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
parentPort.once('message', () => parentPort.postMessage(delay.percentile(99)));
parentPort.postMessage('ready');
`;

/**
 * How much longer the event loop stood still during a work than an idle one
 * beside it: the difference of the 99th percentiles, in ms.
 */
export async function loopDelayDuring(
  work: () => Promise<void>,
): Promise<number> {
  const idle = new Worker(IDLE, { eval: true });
  await once(idle, 'message');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  try {
    await work();
    delay.disable();
    idle.postMessage('stop');
    const [idleDelay] = await once(idle, 'message');
    return (delay.percentile(99) - idleDelay) / 1e6;
  } finally {
    await idle.terminate();
  }
}
