import {
  milestoneNumberId,
  optionNumberId,
  originOf,
  roleNumberId,
} from './knownNumbers';
import {
  DecisionNumber,
  Published,
  PublishedOption,
  PublishedRequirement,
} from './Published';
import {
  FileOption,
  FileRequirement,
  OptionNumber,
  PublishedFile,
} from './schema';
import { fillIn } from './writeNumber';

type Numbers = Map<string, DecisionNumber>;

/** What others have published, with the numbers that are used. */
export function composePublished(
  file: PublishedFile,
  numbers: Numbers,
  currency: string,
): Published {
  const general = Object.keys(file.numbers).map(id => [id, numbers.get(id)!]);
  return {
    currency,
    numbers: Object.fromEntries(general),
    roles: file.roles.map(({ id, title, year }) => {
      const number = numbers.get(roleNumberId(id))!;
      return { id, title, year, fte: number.low!, number };
    }),
    options: file.options.map(option => composeOption(option, file, numbers)),
    readiness: {
      option: file.readiness.option,
      origin: originOf(file, file.readiness.source),
      questions: file.readiness.questions.map(({ id, text }) => ({
        id,
        text: fillIn(text, named => numbers.get(named)!),
      })),
    },
    plans: file.plans.map(({ id, title, source, milestones }) => ({
      id,
      title,
      origin: originOf(file, source),
      milestones: milestones.map(({ month }) => ({
        month,
        share: numbers.get(milestoneNumberId(id, month))!.low!,
      })),
    })),
    recommendedPlugins: file.recommendedPlugins,
  };
}

function composeOption(
  option: FileOption,
  file: PublishedFile,
  numbers: Numbers,
): PublishedOption {
  const { id, title, phrase, approach, isCurrent, givesUp, source } = option;
  const own = Object.keys(option.numbers).map(kind => [
    kind,
    numbers.get(optionNumberId(id, kind as OptionNumber))!,
  ]);
  return {
    id,
    title,
    phrase,
    approach,
    ...(isCurrent && { isCurrent }),
    numbers: Object.fromEntries(own),
    requires: option.requires.map(requirement =>
      composeRequirement(requirement, { option, file, numbers }),
    ),
    origin: originOf(file, source),
    givesUp,
  };
}

function composeRequirement(
  requirement: FileRequirement,
  given: { option: FileOption; file: PublishedFile; numbers: Numbers },
): PublishedRequirement {
  const { option, file, numbers } = given;
  if (!('number' in requirement)) {
    return { ...requirement, origin: originOf(file, option.source) };
  }
  const { fact, number: named, compare } = requirement;
  const number =
    numbers.get(optionNumberId(option.id, named as OptionNumber)) ??
    numbers.get(named)!;
  const { low, high, unknown } = number;
  return {
    fact,
    ...(unknown === undefined ? boundsOf(compare, { low, high }) : { unknown }),
    number,
    origin: number.published.origin,
  };
}

function boundsOf(
  compare: string,
  { low, high }: Pick<DecisionNumber, 'low' | 'high'>,
): Pick<PublishedRequirement, 'low' | 'high' | 'below'> {
  if (compare === 'below') {
    return { below: high! };
  }
  return compare === 'within' ? { low: low!, high: high! } : { low: low! };
}
