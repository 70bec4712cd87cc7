import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { DeadlineStore } from '../deadline';
import { AlertsConfig, recipientsOf } from './config';

/**
 * Who is notified in the portal: those whom the configuration names, and those
 * whom the deadline names.
 */
export class RecipientList {
  constructor(
    private readonly options: {
      config: Pick<AlertsConfig, 'recipients' | 'rules'>;
      deadlines: Pick<DeadlineStore, 'current'>;
    },
  ) {}

  /** Entity refs of users and groups who are notified of a rule, each once. */
  async of(rule: Alert['rule']): Promise<string[]> {
    const { config, deadlines } = this.options;
    const { recipients = [] } = (await deadlines.current()) ?? {};
    return [...new Set([...recipientsOf(config, rule), ...recipients])];
  }

  /** Those of several rules, each once. */
  async ofAll(rules: readonly Alert['rule'][]): Promise<string[]> {
    const lists = await Promise.all(rules.map(rule => this.of(rule)));
    return [...new Set(lists.flat())];
  }
}
