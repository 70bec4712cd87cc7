import { MoneyReport } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { formatInstant, ReportingZone } from '../../time';
import { AnswersReader } from '../answers/Answers';
import { FactsReader } from '../facts/Facts';
import { PublishedReader } from '../published/Published';
import { moneyOf } from './moneyOf';
import { MoneyInputStore, StoredMoneyInputs } from './MoneyInputStore';

/** Says what the portal and its options cost. */
export class MoneyReporter {
  constructor(
    private readonly handles: {
      clock: Clock;
      zone: ReportingZone;
      published: PublishedReader;
      answers: AnswersReader;
      facts: FactsReader;
      inputs: MoneyInputStore;
    },
  ) {}

  /** @param mayChange - whether the caller may change the inputs */
  async report(mayChange: boolean): Promise<MoneyReport> {
    const { clock, zone, inputs } = this.handles;
    const [published, answers, facts, stored] = await Promise.all([
      this.handles.published.read(),
      this.handles.answers.read(),
      this.handles.facts.read(),
      inputs.newest(),
    ]);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      mayChange,
      inputs: stored ? inputsAnswer(stored) : null,
      ...moneyOf({
        published,
        answers,
        facts,
        inputs: stored?.inputs ?? {},
      }),
    };
  }
}

function inputsAnswer(stored: StoredMoneyInputs): MoneyReport['inputs'] {
  return {
    ...stored.inputs,
    changedAt: formatInstant(stored.changedAt),
    changedBy: stored.changedBy ?? null,
  };
}
