import { LoggerService } from '@backstage/backend-plugin-api';
import { Figure, Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DeadlineStanding } from '../programme';
import { Sample, SampleStore } from '../samples';
import { judgeShare } from '../scorecard';
import { Day } from '../time';
import { LastStates, Transition } from './Alert';
import { AlertStore } from './AlertStore';
import { deadlineTransitions } from './rules/deadline';
import { figureTransitions } from './rules/figure';
import { milestoneTransitions } from './rules/milestone';

/** Closed days that the rules look at. */
const DAYS = 2;

/** Finds what has changed, and stores it once. */
export class AlertWatcher {
  /** The scorecard is not computed every minute for days that stay the same. */
  #judgedDay: Day | undefined;

  constructor(
    private readonly options: {
      store: AlertStore;
      clock: Clock;
      logger: LoggerService;
      samples: SampleStore;
      /** Names of the channels through which somebody is told. */
      channels: string[];
      standing(): Promise<DeadlineStanding | undefined>;
      figures(): Promise<Figure[]>;
    },
  ) {}

  async watch(signal: AbortSignal): Promise<void> {
    const { store, clock, channels, logger } = this.options;
    const last = await store.lastStates();
    const transitions = [
      ...(await this.#ofDeadline(last)),
      ...(await this.#ofFigures(last)),
    ];
    for (const transition of transitions) {
      signal.throwIfAborted();
      const isNew = await store.add(transition, { at: clock.now(), channels });
      if (isNew && !transition.isBaseline) {
        const told = channels.length > 0 ? '' : '; nobody is told';
        logger.warn(`Alert: ${transition.title}${told}`);
      }
    }
  }

  async #ofDeadline(last: LastStates): Promise<Transition[]> {
    const standing = await this.options.standing();
    if (!standing) {
      return [];
    }
    const facts = { ...standing, programmeId: standing.programme.id };
    return [
      ...deadlineTransitions(facts, last),
      ...milestoneTransitions(facts, last),
    ];
  }

  async #ofFigures(last: LastStates): Promise<Transition[]> {
    const { samples } = this.options;
    const closed = await samples.latestDay();
    if (closed === undefined || closed === this.#judgedDay) {
      return [];
    }
    const days = { from: closed - DAYS + 1, to: closed + 1 };
    const transitions: Transition[] = [];
    for (const figure of await this.options.figures()) {
      const headlines = await samples.headlines(figure.metric, days);
      const { metric, name, statement, target } = figure;
      const judged = headlines.map(sample => isMet(sample, target));
      transitions.push(
        ...figureTransitions({ metric, name, statement, days: judged }, last),
      );
    }
    this.#judgedDay = closed;
    return transitions;
  }
}

/** Whether a closed day met the target; undefined while that is unknown. */
export function isMet(
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
