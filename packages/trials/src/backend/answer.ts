import { monitorEventLoopDelay } from 'node:perf_hooks';
import { EventLoopDelay, Question } from './contract';

const NS_PER_MS = 1e6;

/** How long a process that has just started still compiles what it serves, in ms. */
const WARM_UP_MS = 5_000;

/** Measures this process from now on and answers the trial that started it. */
export function answerQuestions(): void {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  const answers: Record<Question, () => unknown> = {
    'event-loop': (): EventLoopDelay => ({
      p99: delays.percentile(99) / NS_PER_MS,
      most: delays.max / NS_PER_MS,
    }),
    'warm-up': () => {
      // A process that does not live as long is not judged.
      delays.disable();
      delays.reset();
      setTimeout(() => delays.enable(), WARM_UP_MS).unref();
      return true;
    },
    heap: () => {
      global.gc!();
      return process.memoryUsage().heapUsed;
    },
  };
  process.on('message', (question: Question) => {
    process.send!({ answer: answers[question]() });
  });
  // Ends with the trial, however that one ends.
  process.on('disconnect', () => process.exit(1));
}
