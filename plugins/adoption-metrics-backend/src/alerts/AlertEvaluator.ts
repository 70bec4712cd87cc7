import { isDeepStrictEqual } from 'node:util';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { reasonOf } from '../failures';
import { DeadlineStatusReader } from '../deadline';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import { Day } from '../time';
import { UptimeOverview } from '../uptime';
import { keyOf, LastState, LastStates, Transition } from './Alert';
import { AlertRouting } from './AlertRouting';
import { AlertStore } from './AlertStore';
import { RuleFailureStore } from './RuleFailureStore';
import { AlertRules } from './ruleSettings';
import { CollectionFacts, collectionTransitions } from './rules/collection';
import { errorBudgetTransitions } from './rules/errorBudget';
import { metricTransitions } from './rules/metric';
import { deadlineTransitions } from './rules/deadline';
import { deadlineMessages, milestoneTransitions } from './rules/milestone';

/** Changes found by a rule, or by two rules about the same thing. */
interface Finding {
  rule: Transition['rule'];
  find(): Promise<Transition[]>;
}

/**
 * Evaluates all rules, and stores each change once. A rule that fails does not
 * affect the others. It is logged, reported by diagnostics, and tried again.
 */
export class AlertEvaluator {
  /**
   * Avoids computing the scorecard every minute, because closed days rarely
   * change.
   */
  #judgedDay: Day | undefined;

  constructor(
    private readonly options: {
      store: Pick<AlertStore, 'lastStates' | 'add'>;
      clock: Clock;
      logger: LoggerService;
      failures: Pick<RuleFailureStore, 'record'>;
      samples: Pick<SampleStore, 'latestDay'>;
      rules: AlertRules;
      routing: Pick<AlertRouting, 'channelsAt'>;
      uptime: Pick<UptimeOverview, 'burnRates'>;
      deadlineStatus: Pick<DeadlineStatusReader, 'read'>;
      scorecard: Pick<ScorecardReporter, 'ofDay'>;
      collection(moment: {
        now: number;
        closed: Day | undefined;
      }): Promise<CollectionFacts[]>;
    },
  ) {}

  async evaluate(signal: AbortSignal): Promise<void> {
    const last = await this.options.store.lastStates();
    const closed = await this.options.samples.latestDay();
    const failed = new Map<Transition['rule'], string>();
    for (const { rule, find } of this.#findings(last, closed)) {
      try {
        await this.#storeAll(await find(), last, signal);
      } catch (error) {
        signal.throwIfAborted();
        failed.set(rule, reasonOf(error));
      }
    }
    // Only once everything is stored; otherwise, the next run tries again.
    if (!failed.has('metric')) {
      this.#judgedDay = closed;
    }
    await this.#report(failed);
  }

  #findings(last: LastStates, closed: Day | undefined): Finding[] {
    return [
      { rule: 'deadline', find: () => this.#ofDeadline(last) },
      { rule: 'metric', find: () => this.#ofMetrics(last, closed) },
      { rule: 'collection', find: () => this.#ofCollection(last, closed) },
      { rule: 'error-budget', find: () => this.#ofErrorBudget(last) },
    ];
  }

  async #report(failed: Map<Transition['rule'], string>): Promise<void> {
    const { logger, failures } = this.options;
    for (const [rule, reason] of failed) {
      logger.error(
        `The alert rule '${rule}' could not be evaluated: ${reason}`,
      );
    }
    await failures.record(failed);
  }

  async #storeAll(
    transitions: Transition[],
    last: LastStates,
    signal: AbortSignal,
  ): Promise<void> {
    for (const transition of transitions) {
      signal.throwIfAborted();
      await this.#store(transition, last.get(keyOf(transition)));
    }
  }

  async #store(
    transition: Transition,
    follows: LastState | undefined,
  ): Promise<void> {
    const { store, clock, logger, routing, rules } = this.options;
    if (!rules[transition.rule].enabled) {
      return;
    }
    const at = clock.now();
    const channels = await routing.channelsAt(transition.rule, at);
    const isNew = await store.add(transition, { at, channels, follows });
    if (isNew && !transition.isBaseline) {
      const suffix = channels.length > 0 ? '' : '; no one is notified';
      logger.warn(`Alert: ${transition.title}${suffix}`);
    }
  }

  async #ofDeadline(last: LastStates): Promise<Transition[]> {
    const status = await this.options.deadlineStatus.read();
    if (!status) {
      return [];
    }
    const facts = {
      ...status,
      deadlineId: status.deadline.id,
      week: status.latest?.week,
    };
    return (await this.#haveOneAudience('deadline', 'milestone'))
      ? deadlineMessages(facts, last)
      : [
          ...deadlineTransitions(facts, last),
          ...milestoneTransitions(facts, last),
        ];
  }

  /** Whether two rules notify the same recipients. */
  async #haveOneAudience(
    rule: Transition['rule'],
    other: Transition['rule'],
  ): Promise<boolean> {
    const { rules, routing, clock } = this.options;
    const at = clock.now();
    const [channels, others] = await Promise.all(
      [rule, other].map(each => routing.channelsAt(each, at)),
    );
    return (
      rules[rule].enabled &&
      isDeepStrictEqual(rules[rule].recipients, rules[other].recipients) &&
      others.every(channel => channels.includes(channel))
    );
  }

  async #ofCollection(
    last: LastStates,
    closed: Day | undefined,
  ): Promise<Transition[]> {
    const now = this.options.clock.now();
    const facts = await this.options.collection({ now, closed });
    return facts.flatMap(each => collectionTransitions(each, last));
  }

  async #ofErrorBudget(last: LastStates): Promise<Transition[]> {
    const { uptime, clock, rules } = this.options;
    if (!rules['error-budget'].enabled) {
      return [];
    }
    return errorBudgetTransitions(await uptime.burnRates(clock.now()), last);
  }

  async #ofMetrics(
    last: LastStates,
    closed: Day | undefined,
  ): Promise<Transition[]> {
    const { scorecard } = this.options;
    if (closed === undefined || closed === this.#judgedDay) {
      return [];
    }
    const before = await scorecard.ofDay(closed - 1);
    const now = await scorecard.ofDay(closed);
    return now.flatMap(({ id, said, status }) => {
      const earlier = before.filter(each => each.id === id);
      const verdicts = [...earlier.map(each => each.status), status];
      const facts = { id, said, day: closed, verdicts };
      return metricTransitions(facts, last);
    });
  }
}
