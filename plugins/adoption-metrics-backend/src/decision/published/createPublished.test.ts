import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readKey } from '../../configuration';
import { decisionConfig } from '../config';
import { createPublished } from './createPublished';

const KEY = 'adoptionMetrics.decision';

function createWith(decision: object) {
  const data = { adoptionMetrics: { decision } } as JsonObject;
  const config = readKey(new ConfigReader(data), KEY, decisionConfig);
  return createPublished({
    // Nothing is read or written yet.
    knex: undefined as never,
    clock: { now: () => 0 },
    config,
  });
}

describe('createPublished', () => {
  it.each<[object, RegExp]>([
    [
      { numbers: { bogus: { low: 1, why: 'x' } } },
      /numbers\.bogus is unknown; expected one of leastTeam/,
    ],
    [
      { numbers: { pluginCap: { low: 1, why: 'x' } } },
      /numbers\.pluginCap\.high is null; expected numbers from 0/,
    ],
    [
      { numbers: { pluginCap: { high: 5 } } },
      /numbers\.pluginCap\.why is missing/,
    ],
    [{ currency: 'euro' }, /currency is 'euro'; expected codes of ISO 4217/],
    [
      { exchangeRate: 2 },
      /exchangeRate is 2, but the published numbers are already in USD; expected rates/,
    ],
    [
      {
        options: [
          {
            id: 'port',
            title: 'Mine',
            approach: 'buy',
            source: { title: 'x', date: '2026' },
          },
        ],
      },
      /options\[0\]\.id is 'port', which another option has/,
    ],
    [
      {
        options: [
          {
            id: 'mine',
            title: 'Mine',
            approach: 'buy',
            source: { title: 'x', date: '2026' },
            numbers: { price: { low: 1 } },
          },
        ],
      },
      /options\[0\]\.numbers has 'price'; expected groups of team, /,
    ],
    [
      {
        options: [
          {
            id: 'mine',
            title: 'Mine',
            approach: 'buy',
            source: { title: 'x', date: '2026' },
            requires: [{ fact: 'team', is: true }],
          },
        ],
      },
      /options\[0\]\.requires\[0\] is an object; expected groups of fact/,
    ],
    [
      {
        options: [
          {
            id: 'mine',
            title: 'Mine',
            approach: 'buy',
            source: { title: 'x', date: '2026' },
            requires: [{ fact: 'team', number: 'team', compare: 'at-least' }],
          },
        ],
      },
      /a requirement of mine has no number 'team' to compare with/,
    ],
  ])('refuses %j', (decision, message) => {
    expect(() => createWith(decision)).toThrow(message);
  });

  it('takes the same currency for granted', () => {
    expect(() => createWith({ currency: 'USD' })).not.toThrow();
  });
});
