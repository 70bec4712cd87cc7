import {
  ComparedOption,
  DecisionOptions,
  OptionRequirement,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';

/** A row for each option, with what it lacks in one cell. */
export function optionsToCsv({ options, currency }: DecisionOptions): string {
  return formatCsv(
    [
      'id',
      'title',
      'approach',
      'isCurrent',
      'state',
      'rank',
      'notMet',
      'unknown',
      'teamLow',
      'teamHigh',
      'teamHave',
      'teamGap',
      'monthsLow',
      'monthsHigh',
      'earliest',
      'latest',
      'adoptionLow',
      'adoptionHigh',
      'peopleLow',
      'peopleHigh',
      'currency',
      'licenseCostLow',
      'licenseCostHigh',
      'peopleCostLow',
      'peopleCostHigh',
      'allInCostLow',
      'allInCostHigh',
      'costPerActiveTodayLow',
      'costPerActiveTodayHigh',
      'costPerActiveExpectedLow',
      'costPerActiveExpectedHigh',
      'seatsCostLow',
      'seatsCostHigh',
      'missingFromCost',
      'givesUp',
    ],
    options.map(option => ({
      ...option,
      ...costCells(option),
      currency,
      notMet: reasons(option, 'not-met'),
      unknown: reasons(option, 'unknown'),
      givesUp: option.givesUp.join('\n'),
      teamLow: option.team?.needed.low,
      teamHigh: option.team?.needed.high,
      teamHave: option.team?.have,
      teamGap: option.team?.gap,
      monthsLow: option.value?.months.low,
      monthsHigh: option.value?.months.high,
      earliest: option.value?.earliest,
      latest: option.value?.latest,
      adoptionLow: option.adoption?.share.low,
      adoptionHigh: option.adoption?.share.high,
      peopleLow: option.adoption?.people.low,
      peopleHigh: option.adoption?.people.high,
    })),
  );
}

function costCells({ cost }: ComparedOption) {
  const { license, people, allIn, perActive, seats, missing } = cost;
  const today = perActive.today?.allIn;
  const expected = perActive.expected?.allIn;
  return {
    licenseCostLow: license?.low,
    licenseCostHigh: license?.high,
    peopleCostLow: people?.low,
    peopleCostHigh: people?.high,
    allInCostLow: allIn?.low,
    allInCostHigh: allIn?.high,
    costPerActiveTodayLow: today?.low,
    costPerActiveTodayHigh: today?.high,
    costPerActiveExpectedLow: expected?.low,
    costPerActiveExpectedHigh: expected?.high,
    seatsCostLow: seats?.perYear.low,
    seatsCostHigh: seats?.perYear.high,
    missingFromCost: missing.map(({ sentence }) => sentence).join('\n'),
  };
}

function reasons(
  { requirements }: ComparedOption,
  state: OptionRequirement['state'],
): string {
  return requirements
    .filter(each => each.state === state)
    .map(({ title, requires, reason }) => `${title}: ${requires} ${reason}`)
    .join('\n');
}
