import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { DatedColumn, datedColumns } from '../../database';
import { ReportingZone } from '../../time';
import { AnswersReader } from '../answers/Answers';
import { FactsReader } from '../facts/Facts';
import { PublishedReader } from '../published/Published';
import { MoneyInputStore } from './MoneyInputStore';
import { MoneyReporter } from './MoneyReporter';
import { createMoneyRoutes } from './routes';

/** When it was last said what the portal costs. */
export const moneyTimes: DatedColumn[] = datedColumns(
  'decision_money',
  ['changed_at'],
  'ms',
  'now',
);

/** Says what the portal costs, and what each option would. */
export function createMoney(handles: {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  published: PublishedReader;
  answers: AnswersReader;
  facts: FactsReader;
}) {
  const { knex, zone, clock, published, answers, facts } = handles;
  const inputs = new MoneyInputStore(knex);
  const reporter = new MoneyReporter({
    clock,
    zone,
    published,
    answers,
    facts,
    inputs,
  });
  return {
    money: reporter,
    part: {
      routes: createMoneyRoutes({ clock, zone, inputs, reporter }),
      times: moneyTimes,
      personalData: { signedActs: [inputs] },
    },
  };
}
