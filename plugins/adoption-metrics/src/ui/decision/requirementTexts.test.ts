import type { OptionRequirement } from 'backstage-plugin-adoption-metrics-common';
import { english } from '../../__testUtils__/english';
import { haveText, requiredText } from './requirementTexts';

const nothing = { low: null, high: null, below: null, oneOf: null, is: null };

function requirement(
  id: string,
  wanted: Partial<OptionRequirement['wanted']>,
  have: OptionRequirement['have'],
  state: OptionRequirement['state'] = 'met',
) {
  return {
    id,
    title: 'As the API calls it',
    state,
    requires: 'As the API says it.',
    reason: 'As the API explains it.',
    wanted: { ...nothing, ...wanted },
    have,
    answer: null,
    source: null,
  } as OptionRequirement;
}

const written = (each: OptionRequirement) => [
  requiredText(each, 'EUR', english),
  haveText(each, 'EUR', english),
];

describe('a requirement in words', () => {
  it.each([
    [
      requirement('developers', { low: 20, below: 99 }, 30),
      '20 to fewer than 99 developers',
      'You have 30.',
    ],
    [
      requirement('developers', { below: 99 }, 30),
      'fewer than 99 developers',
      'You have 30.',
    ],
    [
      requirement('team', { low: 4 }, 2, 'not-met'),
      '4 or more FTE',
      'Your team has 2.',
    ],
    [
      requirement('customization', { oneOf: ['none', 'limited'] }, 'unique'),
      'None, Limited',
      'You need: Unique to us.',
    ],
    [
      requirement('internalTools', { is: false }, false),
      'No internal tools to build on',
      'There are none.',
    ],
    [
      requirement('budgetPerYear', { low: 1000 }, 500, 'not-met'),
      '€1,000 or more per year',
      'You can spend €500 per year.',
    ],
    [
      requirement('timeToValue', { low: 2, high: 9 }, 5, 'unknown'),
      '2 – 9 months',
      'You need it in 5 months: only in the best case.',
    ],
    [
      requirement('timeToValue', {}, 5, 'unknown'),
      'unknown months',
      'How much it takes is not known.',
    ],
    [
      requirement('team', { low: 4 }, null, 'unknown'),
      '4 or more FTE',
      'Not known yet.',
    ],
    [
      requirement('moonPhase', { low: 4 }, 'full'),
      'As the API says it',
      'As the API explains it.',
    ],
  ])('%#', (each, required, have) => {
    expect(written(each)).toEqual([required, have]);
  });

  it('is that of the API where an older one gives no values', () => {
    const { wanted, have, ...older } = requirement('team', { low: 4 }, 2);
    expect(written(older as OptionRequirement)).toEqual([
      'As the API says it',
      'As the API explains it.',
    ]);
  });
});
