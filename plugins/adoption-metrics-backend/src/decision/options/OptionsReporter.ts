import {
  DecisionOptions,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import { PilotReader } from '../../activity';
import { DeadlineStatusReader } from '../../deadline';
import { formatDay, formatInstant, ReportingZone } from '../../time';
import { Answers, AnswersReader, currentValue } from '../answers';
import { Facts, FactsReader } from '../facts';
import { costInputsOf, costsOf } from '../money';
import { Published, PublishedReader } from '../published';
import { approachOf } from './approach';
import { bottleneckOf } from './bottleneck';
import { judgeOption } from './judgeOption';
import { pilotOf } from './pilot';
import { readinessOf } from './readiness';
import { PricedOption, recommend, withRanks } from './recommend';
import { sortOptions, OptionOrder } from './sortOptions';
import { staffingOf } from './staffing';
import { verdictOf } from './verdict';

const UNKNOWN = { low: null, high: null };

/** Puts the options of the decision side by side. */
export class OptionsReporter {
  constructor(
    private readonly sources: {
      zone: ReportingZone;
      published: PublishedReader;
      answers: AnswersReader;
      facts: FactsReader;
      pilot: Pick<PilotReader, 'read'>;
      deadlineStatus: Pick<DeadlineStatusReader, 'read'>;
      /** What portals that succeed have in common. */
      conditions(): Promise<PortalCondition[]>;
    },
  ) {}

  async report(order: OptionOrder): Promise<DecisionOptions> {
    const { zone } = this.sources;
    const [published, answers, facts] = await Promise.all([
      this.sources.published.read(),
      this.sources.answers.read(),
      this.sources.facts.read(),
    ]);
    const verdict = await this.#verdict(facts);
    const priced = pricedOptions(published, answers, facts);
    const options = withRanks(priced);
    const { currency } = published;
    return {
      computedAt: formatInstant(facts.at),
      timeZone: zone.name,
      today: formatDay(facts.today),
      currency,
      developers: facts.developers ?? null,
      verdict,
      recommendation: recommend(priced, {
        currency,
        isPivot: verdict.state === 'pivot',
      }),
      approach: approachOf(options),
      staffing: staffing(published, answers),
      readiness: readinessOf(published, answers),
      bottleneck: bottleneckOf(answers, published.numbers.outsideChanges),
      pilot: pilotOf(
        await this.sources.pilot.read(),
        published.numbers.pilotTeams,
      ),
      options: sortOptions(options, order),
    };
  }

  async #verdict({ metrics }: Facts) {
    const [status, conditions] = await Promise.all([
      this.sources.deadlineStatus.read(),
      this.sources.conditions(),
    ]);
    return verdictOf({
      metrics,
      conditions,
      deadline: status && {
        state: status.state,
        sentence: status.sentence,
        goal: status.deadline.goal,
      },
    });
  }
}

function pricedOptions(
  published: Published,
  answers: Answers,
  facts: Facts,
): PricedOption[] {
  const { options, currency } = published;
  const inputs = costInputsOf({ published, answers, facts });
  return options.map(option => ({
    ...judgeOption(option, { answers, facts, currency }),
    cost: costsOf(option, inputs),
  }));
}

function staffing(published: Published, { values }: Answers) {
  const { numbers, options, readiness } = published;
  const selfHosted = options.find(({ id }) => id === readiness.option);
  return staffingOf(currentValue(values.team), {
    any: numbers.leastTeam ?? UNKNOWN,
    selfHosted: selfHosted?.numbers.team ?? UNKNOWN,
  });
}
