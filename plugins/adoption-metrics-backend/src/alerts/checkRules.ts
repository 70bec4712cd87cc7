import {
  Diagnostic,
  diagnosticOf,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { RuleFailure, RuleFailureStore } from './RuleFailureStore';

/** Whether every alert rule can be evaluated, and which cannot. */
export async function checkRules(
  failures: Pick<RuleFailureStore, 'latest'>,
): Promise<Diagnostic> {
  const failed = await failures.latest();
  return diagnosticOf(
    'alert-rules',
    failed.length === 0
      ? { status: 'ok', detail: [say('health.alert-rules.ok')] }
      : {
          status: 'problem',
          detail: [...failed.map(describe), say('health.alert-rules.others')],
          fix: say('health.alert-rules.fix'),
          at: formatInstant(Math.min(...failed.map(({ since }) => since))),
        },
  );
}

function describe({ rule, reason }: RuleFailure) {
  return say('health.alert-rules.failed', { rule, reason });
}
