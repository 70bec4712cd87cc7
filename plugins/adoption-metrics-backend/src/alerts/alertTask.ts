import { Task } from '../parts';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertReminder } from './AlertReminder';
import { Deliverer } from './Deliverer';

/**
 * Evaluates rules, adds reminders, and delivers pending messages, including
 * digests.
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
        // Earlier messages are delivered even if an evaluation fails.
        await deliverer.deliver(signal);
      }
    },
  };
}
