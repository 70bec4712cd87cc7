import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../database';

const KEY = 'alert_rule_failures';

/** A rule that could not be evaluated. */
export interface RuleFailure {
  rule: Alert['rule'];
  reason: string;
  /** Since when all evaluations have failed, in ms UTC. */
  since: number;
}

/** Stores which rules could not be evaluated, for all replicas. */
export class RuleFailureStore {
  constructor(
    private readonly settings: Pick<SettingsStore, 'get' | 'set'>,
    private readonly clock: Clock,
  ) {}

  /**
   * @param failed - reasons of rules that failed in this evaluation
   */
  async record(failed: ReadonlyMap<Alert['rule'], string>): Promise<void> {
    const known = await this.latest();
    if (failed.size === 0 && known.length === 0) {
      return;
    }
    const failures = [...failed].map(([rule, reason]): RuleFailure => {
      const before = known.find(failure => failure.rule === rule);
      return { rule, reason, since: before?.since ?? this.clock.now() };
    });
    await this.settings.set(KEY, JSON.stringify(failures));
  }

  /** Failures of the last evaluation. */
  async latest(): Promise<RuleFailure[]> {
    const stored = await this.settings.get(KEY);
    return stored ? JSON.parse(stored) : [];
  }
}
