import { checkBounds, sentenceOf } from './checkBounds';
import {
  FileOption,
  FileRange,
  generalNumbers,
  optionNumbers,
  PublishedFile,
} from './schema';
import { numbersNamedIn } from './writeNumber';

/** What of a file contradicts itself, in sentences. */
export function findFaults(file: PublishedFile): string[] {
  return [
    ...generalNumbers
      .filter(id => !file.numbers[id])
      .map(id => `numbers.${id} is missing`),
    ...unknownSources(file),
    ...repeatedIds(file),
    ...rangesOf(file).flatMap(([id, range]) => faultsOf(id, range)),
    ...file.options.flatMap(option => optionFaults(option, file)),
    ...readinessFaults(file),
    ...file.plans
      .filter(({ milestones }) => !isAscending(milestones))
      .map(
        ({ id }) =>
          `the milestones of plans.${id} are not in order; expected months in ascending order with shares that do not fall`,
      ),
  ];
}

function rangesOf(file: PublishedFile): Array<[string, FileRange]> {
  const ofOptions = file.options.flatMap(({ id, numbers }) =>
    Object.entries(numbers).flatMap(([kind, number]) =>
      'sameAs' in number ? [] : [[`${id}.${kind}`, number] as const],
    ),
  );
  return [...Object.entries(file.numbers), ...ofOptions].map(
    ([id, range]) => [id, range] as [string, FileRange],
  );
}

function faultsOf(id: string, range: FileRange): string[] {
  return [range, ...(range.alsoPublished ?? [])].flatMap(bounds => {
    const fault = checkBounds(bounds, range.unit);
    return fault ? [sentenceOf(fault, id)] : [];
  });
}

function unknownSources(file: PublishedFile): string[] {
  const named = [
    ...rangesOf(file).flatMap(([, range]) => [
      range.source,
      ...(range.alsoPublished ?? []).map(({ source }) => source),
    ]),
    ...[...file.roles, ...file.options, ...file.plans].map(
      ({ source }) => source,
    ),
    ...file.recommendedPlugins.map(({ source }) => source),
    file.readiness.source,
  ];
  const unknown = named.filter(source => !file.sources[source]);
  const accepted = Object.keys(file.sources).join(', ');
  return [...new Set(unknown)].map(
    source => `unknown source '${source}'; expected ${accepted}`,
  );
}

function repeatedIds(file: PublishedFile): string[] {
  const { options, roles, plans, readiness, recommendedPlugins } = file;
  const lists = [options, roles, plans, readiness.questions];
  return [...lists, recommendedPlugins].flatMap(list => {
    const ids = list.map(({ id }) => id);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map(id => `the ID '${id}' appears twice; expected unique IDs`);
  });
}

function optionFaults(option: FileOption, file: PublishedFile): string[] {
  const { id, numbers, requires } = option;
  const kinds = Object.entries(numbers) as Array<
    [keyof typeof optionNumbers, FileOption['numbers']['team'] & object]
  >;
  return [
    ...kinds.flatMap(([kind, number]) => {
      const range = 'sameAs' in number ? file.numbers[number.sameAs] : number;
      return range?.unit === optionNumbers[kind].unit
        ? []
        : [
            `${id}.${kind} is not in ${optionNumbers[kind].unit}, but in ${range?.unit}`,
          ];
    }),
    ...requires.flatMap(requirement => {
      if (!('number' in requirement)) {
        return [];
      }
      const named = requirement.number;
      const own = numbers[named as keyof typeof numbers];
      const range =
        own && !('sameAs' in own)
          ? own
          : file.numbers[own ? own.sameAs : named];
      const needed = boundsOf(requirement.compare);
      return range && needed.every(bound => range[bound] !== null)
        ? []
        : [
            `a requirement of ${id} has no number '${named}' to compare with; expected numbers with ${needed.join(
              ' and ',
            )}`,
          ];
    }),
  ];
}

function boundsOf(compare: string): Array<'low' | 'high'> {
  if (compare === 'within') {
    return ['low', 'high'];
  }
  return compare === 'below' ? ['high'] : ['low'];
}

function readinessFaults(file: PublishedFile): string[] {
  const { option, questions } = file.readiness;
  const ids = new Set(rangesOf(file).map(([id]) => id));
  const unknown = questions
    .flatMap(({ text }) => numbersNamedIn(text))
    .filter(id => !ids.has(id));
  return [
    ...(file.options.some(({ id }) => id === option)
      ? []
      : [
          `readiness refers to the unknown option '${option}'; expected ${file.options
            .map(({ id }) => id)
            .join(', ')}`,
        ]),
    ...unknown.map(
      id =>
        `a question refers to the unknown number '${id}'; expected ${[
          ...ids,
        ].join(', ')}`,
    ),
  ];
}

/** Whether neither months nor shares ever fall, so that there is one line. */
export function isAscending(
  milestones: Array<{ month: number; share: number }>,
): boolean {
  return milestones
    .slice(1)
    .every(
      ({ month, share }, index) =>
        month > milestones[index].month && share >= milestones[index].share,
    );
}
