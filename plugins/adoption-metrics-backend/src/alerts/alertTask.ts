import { Task } from '../parts';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertReminder } from './AlertReminder';
import { Deliverer } from './Deliverer';

/**
 * Finds what has changed, reminds of what lasts, and delivers all that is due,
 * digests among it.
 */
export function createAlertTask(handles: {
  evaluator: Pick<AlertEvaluator, 'evaluate'>;
  reminder: Pick<AlertReminder, 'remind'>;
  deliverer: Pick<Deliverer, 'deliver'>;
}): Task {
  const { evaluator, reminder, deliverer } = handles;
  return {
    id: 'alerts',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    async run(signal) {
      try {
        await evaluator.evaluate(signal);
        await reminder.remind(signal);
      } finally {
        // What was found before is delivered whether or not there is more.
        await deliverer.deliver(signal);
      }
    },
  };
}
