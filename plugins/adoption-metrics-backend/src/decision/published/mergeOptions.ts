import { InputError } from '@backstage/errors';
import {
  CostPart,
  genericChoices,
} from 'backstage-plugin-adoption-metrics-common';
import { OwnOption } from './config';
import { findFaults } from './findFaults';
import {
  FileOption,
  OptionNumber,
  OWN_GRADE,
  optionNumbers,
  PublishedFile,
} from './schema';

const KEY = 'adoptionMetrics.decision.options';

/**
 * The published file with the organization's own options.
 *
 * @param currency - that of all money of these options
 * @throws InputError if one has the id of another option, or contradicts itself
 */
export function mergeOptions(
  file: PublishedFile,
  own: OwnOption[],
  currency: string,
): PublishedFile {
  const sources = own.map(({ id, source: { title, url, date } }) => [
    sourceId(id),
    { title, date, ...(url && { url }) },
  ]);
  const merged = {
    ...file,
    sources: { ...file.sources, ...Object.fromEntries(sources) },
    options: [
      ...file.options,
      ...own.map((option, index) => {
        const earlier = [...file.options, ...own.slice(0, index)];
        const taken = [...earlier.map(({ id }) => id), ...genericChoices];
        if (taken.includes(option.id)) {
          throw new InputError(
            `${KEY}[${index}].id is '${option.id}', which another option has; use another id, or replace the numbers of that option in adoptionMetrics.decision.numbers`,
          );
        }
        return fileOption(option, currency);
      }),
    ],
  };
  const faults = findFaults(merged);
  if (faults.length > 0) {
    throw new InputError(`${KEY} is wrong: ${faults.join('; ')}`);
  }
  return merged;
}

function fileOption(option: OwnOption, currency: string): FileOption {
  const { id, title, phrase = title, approach, requires, givesUp } = option;
  const numbers = Object.entries(option.numbers).map(([key, number]) => {
    const kind = key as OptionNumber;
    const { low = null, high = null } = number;
    const includes = number.includes ?? usuallyIncluded(kind);
    const { unit } = optionNumbers[kind];
    return [
      kind,
      {
        low,
        high,
        unit,
        source: sourceId(id),
        grade: OWN_GRADE,
        ...(unit.startsWith('money/') && { currency }),
        ...(includes && { includes }),
      },
    ];
  });
  return {
    id,
    title,
    phrase,
    approach,
    numbers: Object.fromEntries(numbers),
    requires,
    source: sourceId(id),
    givesUp,
  };
}

function usuallyIncluded(kind: OptionNumber): CostPart[] | undefined {
  return kind === 'fee' || kind === 'seatPrice' ? ['license'] : undefined;
}

function sourceId(option: string): string {
  return `own ${option}`;
}
