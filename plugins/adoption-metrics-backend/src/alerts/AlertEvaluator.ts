import { LoggerService } from '@backstage/backend-plugin-api';
import { Scorecard, Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DeadlineStatusReader } from '../deadline';
import { judgeShare, Sample, SampleStore } from '../samples';
import { Day } from '../time';
import { UptimeOverview } from '../uptime';
import { keyOf, LastState, LastStates, Transition } from './Alert';
import { AlertRouting } from './AlertRouting';
import { AlertStore } from './AlertStore';
import { AlertRules } from './ruleSettings';
import { CollectionFacts, collectionTransitions } from './rules/collection';
import { deadlineTransitions } from './rules/deadline';
import { errorBudgetTransitions } from './rules/errorBudget';
import { metricTransitions } from './rules/metric';
import { milestoneTransitions } from './rules/milestone';

/** Closed days that the rules look at. */
const DAYS = 2;

/** Finds what has changed, and stores it once. */
export class AlertEvaluator {
  /** The scorecard is not computed every minute for days that stay the same. */
  #judgedDay: Day | undefined;

  constructor(
    private readonly options: {
      store: Pick<AlertStore, 'lastStates' | 'add'>;
      clock: Clock;
      logger: LoggerService;
      samples: Pick<SampleStore, 'latestDay' | 'headlines'>;
      rules: AlertRules;
      routing: Pick<AlertRouting, 'channelsAt'>;
      uptime: Pick<UptimeOverview, 'burnRates'>;
      deadlineStatus: Pick<DeadlineStatusReader, 'read'>;
      scorecard: { scorecard(): Promise<Pick<Scorecard, 'metrics'>> };
      collection(moment: {
        now: number;
        closed: Day | undefined;
      }): Promise<CollectionFacts[]>;
    },
  ) {}

  async evaluate(signal: AbortSignal): Promise<void> {
    const last = await this.options.store.lastStates();
    const closed = await this.options.samples.latestDay();
    const transitions = [
      ...(await this.#ofDeadline(last)),
      ...(await this.#ofMetrics(last, closed)),
      ...(await this.#ofCollection(last, closed)),
      ...(await this.#ofErrorBudget(last)),
    ];
    for (const transition of transitions) {
      signal.throwIfAborted();
      await this.#store(transition, last.get(keyOf(transition)));
    }
    // Not before all is stored: what failed is found again a minute later.
    this.#judgedDay = closed;
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
      const suffix = channels.length > 0 ? '' : '; nobody is notified';
      logger.warn(`Alert: ${transition.title}${suffix}`);
    }
  }

  async #ofDeadline(last: LastStates): Promise<Transition[]> {
    const status = await this.options.deadlineStatus.read();
    if (!status) {
      return [];
    }
    const facts = { ...status, deadlineId: status.deadline.id };
    return [
      ...deadlineTransitions(facts, last),
      ...milestoneTransitions(facts, last),
    ];
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
    const { samples, scorecard } = this.options;
    if (closed === undefined || closed === this.#judgedDay) {
      return [];
    }
    const days = { from: closed - DAYS + 1, to: closed + 1 };
    const transitions: Transition[] = [];
    const { metrics } = await scorecard.scorecard();
    for (const { id, name, statement, target } of metrics) {
      const headlines = await samples.headlines(id, days);
      const judged = headlines.map(sample => isMet(sample, target));
      transitions.push(
        ...metricTransitions({ id, name, statement, days: judged }, last),
      );
    }
    return transitions;
  }
}

/** Whether a closed day met the target; undefined while that is unknown. */
function isMet(
  { value, numerator, denominator }: Sample,
  target: Target,
): boolean | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (numerator !== undefined && denominator) {
    return judgeShare(numerator, denominator, target).status === 'met';
  }
  return target.operator === '>='
    ? value >= target.value
    : value < target.value;
}
