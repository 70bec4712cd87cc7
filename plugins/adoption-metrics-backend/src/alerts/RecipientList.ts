import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { DeadlineStore } from '../deadline';
import { AlertsConfig, recipientsOf } from './config';

/**
 * Recipients of notifications in the portal: from the configuration, and from
 * the deadline.
 */
export class RecipientList {
  constructor(
    private readonly options: {
      config: Pick<AlertsConfig, 'recipients' | 'rules'>;
      deadlines: Pick<DeadlineStore, 'current'>;
    },
  ) {}

  /** Entity refs of a rule's recipients, without duplicates. */
  async of(rule: Alert['rule']): Promise<string[]> {
    const { config, deadlines } = this.options;
    const { recipients = [] } = (await deadlines.current()) ?? {};
    return [...new Set([...recipientsOf(config, rule), ...recipients])];
  }

  /** Entity refs of several rules' recipients, without duplicates. */
  async ofAll(rules: readonly Alert['rule'][]): Promise<string[]> {
    const lists = await Promise.all(rules.map(rule => this.of(rule)));
    return [...new Set(lists.flat())];
  }
}
