import {
  ComparedOption,
  DecisionBounds,
  OptionRequirement,
  Recommendation,
} from 'backstage-plugin-adoption-metrics-common';
import { JudgedOption } from './judgeOption';
import { Ranked, rankOptions } from './rankOptions';
import { writeLimits, writeList, writeMoneyLimits, writeNumber } from './write';

/** An option, and what it costs. */
export type PricedOption = JudgedOption & Pick<ComparedOption, 'cost'>;

/** What a recommendation is given in. */
interface Words {
  /** ISO 4217. */
  currency: string;
  /** Whether what the portal is today is no answer any more. */
  isPivot: boolean;
}

/** Gives each option that fits its rank by cost. */
export function withRanks(options: PricedOption[]): ComparedOption[] {
  const fitting = options.filter(({ state }) => state === 'fits');
  const ranks = rankOptions(fitting.map(rankedOf));
  return options.map(option => ({
    ...option,
    rank: ranks.get(option.id) ?? null,
  }));
}

/**
 * Recommends what costs least of all that fits, or says what is closest and
 * what is missing.
 */
export function recommend(
  options: PricedOption[],
  words: Words,
): Recommendation {
  const open = options.filter(({ isCurrent }) => !(words.isPivot && isCurrent));
  const fitting = open.filter(({ state }) => state === 'fits');
  const unknown = open.filter(({ state }) => state === 'unknown');
  const chosen = choose({ open, fitting, unknown });
  const named = writeList(chosen.options.map(({ title }) => title));
  const { state } = chosen;
  return {
    state,
    options: chosen.options.map(({ id }) => id),
    sentence: sentenceOf(chosen, named),
    reasons: chosen.options.flatMap(option =>
      reasonsFor(option, words, chosen.options.length > 1),
    ),
    others: options
      .filter(option => !chosen.options.includes(option))
      .map(option => ({
        option: option.id,
        title: option.title,
        reason: reasonAgainst(option, words),
      })),
    toAnswer: unknown.map(option => ({
      option: option.id,
      questions: questionsOf(option),
    })),
  };
}

interface Chosen {
  state: Recommendation['state'];
  options: PricedOption[];
}

function choose(candidates: {
  open: PricedOption[];
  fitting: PricedOption[];
  unknown: PricedOption[];
}): Chosen {
  const { open, fitting, unknown } = candidates;
  if (fitting.length > 0) {
    const options = cheapestOf(fitting);
    const state = options.length > 1 ? 'tie' : 'recommended';
    return { state, options };
  }
  return unknown.length > 0
    ? { state: 'provisional', options: fewest(cheapestOf(unknown), 'unknown') }
    : { state: 'none', options: fewest(open, 'not-met') };
}

// Without its people, something only seems to cost less.
function rankedOf({ id, cost }: PricedOption): Ranked {
  const isWhole = cost.includes.includes('people');
  return { id, allIn: (isWhole && cost.allIn) || undefined };
}

// Where no cost is known, none is cheaper.
function cheapestOf(options: PricedOption[]): PricedOption[] {
  const ranks = rankOptions(options.map(rankedOf));
  return ranks.size === 0
    ? options
    : options.filter(({ id }) => ranks.get(id) === 1);
}

function fewest(
  options: PricedOption[],
  state: OptionRequirement['state'],
): PricedOption[] {
  const counts = options.map(option => inState(option, state).length);
  const least = Math.min(...counts);
  return options.filter((_, index) => counts[index] === least);
}

function sentenceOf({ state, options }: Chosen, named: string): string {
  if (options.length === 0) {
    return 'There are no options to compare.';
  }
  const isMany = options.length > 1;
  switch (state) {
    case 'recommended':
      return `${named} is recommended: it costs the least of the options that fit.`;
    case 'tie':
      return `${named} are tied: they fit, and none is known to cost less.`;
    case 'provisional':
      return `No option is known to fit yet. ${named} ${
        isMany ? 'come' : 'comes'
      } closest, depending on the open questions.`;
    default:
      return `No option fits. ${named} ${isMany ? 'come' : 'comes'} closest.`;
  }
}

function reasonsFor(
  option: PricedOption,
  words: Words,
  isNamed: boolean,
): string[] {
  const { title, team } = option;
  const { allIn } = rankedOf(option);
  const reasons = [
    ...(team?.gap === 0 ? [coverage(team)] : []),
    ...(allIn ? [`It costs ${writeCost(allIn, words)} per year, all-in.`] : []),
    ...missing(option),
  ];
  return isNamed ? reasons.map(reason => `${title}: ${reason}`) : reasons;
}

function coverage({ have, needed }: NonNullable<JudgedOption['team']>): string {
  const takes = writeLimits(needed, writeNumber, 'FTE');
  return `Your team of ${writeNumber(have!)} FTE covers the ${takes} it takes.`;
}

function missing(option: PricedOption): string[] {
  return [...inState(option, 'not-met'), ...inState(option, 'unknown')].map(
    describe,
  );
}

function reasonAgainst(option: PricedOption, words: Words): string {
  if (words.isPivot && option.isCurrent) {
    return 'The deadline was missed with this option.';
  }
  const unmet = inState(option, 'not-met');
  if (unmet.length > 0) {
    return unmet.map(describe).join(' ');
  }
  const open = inState(option, 'unknown');
  if (open.length > 0) {
    return `It is unknown whether it fits. ${open.map(describe).join(' ')}`;
  }
  const { allIn } = rankedOf(option);
  return allIn
    ? `It fits, but costs more: ${writeCost(allIn, words)} per year, all-in.`
    : 'It fits, but its cost is unknown.';
}

function describe({ title, requires, reason }: OptionRequirement): string {
  return `${title}: ${requires.replace(/\.$/, '')}. ${reason}`;
}

function questionsOf(option: PricedOption): string[] {
  const asked = inState(option, 'unknown').flatMap(({ answer }) =>
    answer === null ? [] : [answer],
  );
  return [...new Set(asked)];
}

function inState(
  { requirements }: PricedOption,
  wanted: OptionRequirement['state'],
): OptionRequirement[] {
  return requirements.filter(({ state }) => state === wanted);
}

function writeCost(allIn: DecisionBounds, { currency }: Words): string {
  return writeMoneyLimits(allIn, currency);
}
