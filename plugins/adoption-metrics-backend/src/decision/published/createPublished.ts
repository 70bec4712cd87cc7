import { InputError } from '@backstage/errors';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { DatedColumn, datedColumns } from '../../database';
import { NumbersConfig } from './config';
import { mergeOptions } from './mergeOptions';
import { NumberService } from './NumberService';
import { NumberStore } from './NumberStore';
import publishedFile from './published.json';
import { PublishedReader } from './Published';
import { readPublished } from './readPublished';
import { createNumberRoutes } from './routes';

/** When numbers were replaced. */
export const numberTimes: DatedColumn[] = datedColumns(
  'decision_numbers',
  ['replaced_at'],
  'ms',
  'now',
);

/**
 * Knows what others have published, and what replaces it: what the
 * configuration says wins over what somebody said in the page.
 *
 * @throws InputError if the file of published numbers or the configuration is
 *   wrong
 */
export function createPublished(handles: {
  knex: Knex;
  clock: Clock;
  config: NumbersConfig;
}) {
  const { knex, clock, config } = handles;
  const file = readPublished(publishedFile);
  const { currency = file.currency, exchangeRate, numbers, options } = config;
  if (currency === file.currency && exchangeRate !== undefined) {
    throw new InputError(
      `adoptionMetrics.decision.exchangeRate is ${exchangeRate}, but the published numbers are already in ${currency}; expected rates only with another adoptionMetrics.decision.currency`,
    );
  }
  const store = new NumberStore(knex);
  const service = new NumberService({
    file: mergeOptions(file, options, currency),
    money: { currency, exchangeRate },
    configured: numbers,
    store,
  });
  const published: PublishedReader = service;
  return {
    published,
    currency,
    /** Changes whenever a number may have changed. */
    state: () => store.state(),
    /** The ids of the questions of readiness. */
    readiness: file.readiness.questions.map(({ id }) => id),
    part: {
      routes: createNumberRoutes({ clock, service, currency }),
      times: numberTimes,
      personalData: { signedActs: [store] },
    },
  };
}
