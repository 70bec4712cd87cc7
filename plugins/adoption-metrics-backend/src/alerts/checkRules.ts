import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { RuleFailure, RuleFailureStore } from './RuleFailureStore';

const base = { id: 'alert-rules', label: 'Alert rules' };

/** Whether all alert rules can be evaluated. */
export async function checkRules(
  failures: Pick<RuleFailureStore, 'latest'>,
): Promise<Diagnostic> {
  const failed = await failures.latest();
  return failed.length === 0
    ? { ...base, status: 'ok', detail: 'Every alert rule can be evaluated.' }
    : {
        ...base,
        status: 'problem',
        detail: `${failed.map(describe).join(' ')} Other rules still alert.`,
        fix: 'Fix the cause; rules are evaluated every minute.',
        at: formatInstant(Math.min(...failed.map(({ since }) => since))),
      };
}

function describe({ rule, reason }: RuleFailure): string {
  return `The alert rule '${rule}' cannot be evaluated: ${reason}.`;
}
