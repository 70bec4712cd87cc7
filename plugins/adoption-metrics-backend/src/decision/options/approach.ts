import {
  ComparedOption,
  DecisionApproach,
  OptionRequirement,
} from 'backstage-plugin-adoption-metrics-common';
import { writeList } from './write';

type Approach = ComparedOption['approach'];
type Judged = Pick<
  ComparedOption,
  'title' | 'approach' | 'state' | 'rank' | 'requirements'
>;

const sentences: Record<Approach, string> = {
  build: 'Build: you have the team, skills, time, and budget.',
  buy: 'Buy: a product can deliver value with the people and time you have.',
  extend: 'Extend: the current portal can work with less effort.',
};

/**
 * One label for what to do. Who has all that it takes to build may build, even
 * if something else is cheaper; whoever has not buys or extends, whichever of
 * them ranks first.
 */
export function approachOf(options: Judged[]): DecisionApproach {
  const fitting = options.filter(({ state }) => state === 'fits');
  const builds = fitting.filter(({ approach }) => approach === 'build');
  const first = Math.min(...fitting.map(rankOf));
  const best = fitting.filter(option => rankOf(option) === first);
  const chosen = builds.length > 0 ? builds : best;
  const approaches = new Set(chosen.map(({ approach }) => approach));
  if (approaches.size !== 1) {
    return undecided(options, chosen);
  }
  const [label] = approaches;
  return {
    label,
    sentence: sentences[label],
    reasons: [
      `${writeList(chosen.map(({ title }) => title))} ${
        chosen.length > 1 ? 'fit' : 'fits'
      }.`,
      ...(label === 'build' ? [] : whyNotBuild(options)),
    ],
  };
}

function undecided(options: Judged[], tied: Judged[]): DecisionApproach {
  if (tied.length > 0) {
    const titles = writeList(tied.map(({ title }) => title));
    return {
      label: null,
      sentence: 'Buy or extend: it is unknown which costs less.',
      reasons: [`${titles} are tied.`, ...whyNotBuild(options)],
    };
  }
  const isOpen = options.some(({ state }) => state === 'unknown');
  return {
    label: null,
    sentence: isOpen
      ? 'Undecided: no option is known to fit.'
      : 'None: no option fits.',
    reasons: whyNotBuild(options),
  };
}

function whyNotBuild(options: Judged[]): string[] {
  return options
    .filter(({ approach }) => approach === 'build')
    .map(({ title, state, requirements }) => {
      const wanted = state === 'unfit' ? 'not-met' : 'unknown';
      const open = requirements.filter(each => each.state === wanted);
      const lacks = writeList(open.map(lowerTitle));
      return state === 'unfit'
        ? `${title} does not fit: ${lacks}.`
        : `It is unknown whether ${title} fits: ${lacks}.`;
    });
}

function lowerTitle({ title }: OptionRequirement): string {
  return title.toLocaleLowerCase('en-US');
}

function rankOf({ rank }: Judged): number {
  return rank ?? Infinity;
}
