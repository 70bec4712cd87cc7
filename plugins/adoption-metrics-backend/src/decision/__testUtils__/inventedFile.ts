import { PublishedFile } from '../published/schema';

type Inventions = Record<string, string>;

/** Counted in whole ones. */
const WHOLE = new Set(['people', 'teams', 'plugins', 'weeks']);

/**
 * The same file with everything in it invented: other products, sources and
 * questions, and every number another one. What refers to what stays as it is.
 */
export function inventedFile(real: PublishedFile): PublishedFile {
  const sources = inventNames(Object.keys(real.sources), 'hearsay');
  const options = inventNames(idsOf(real.options), 'invention');
  const from = (source: string) => sources[source];
  return {
    sources: Object.fromEntries(
      Object.values(sources).map(name => [
        name,
        { title: titleOf(name), date: '1999-12-31' },
      ]),
    ),
    currency: 'CHF',
    numbers: Object.fromEntries(
      Object.entries(real.numbers).map(([id, number], index) => [
        id,
        { ...inventRange(number, from), title: `Figure ${index}` },
      ]),
    ),
    roles: real.roles.map((role, index) => ({
      ...role,
      id: `helper-${index}`,
      title: `Helper ${index}`,
      fte: invent(role.fte, 'FTE')!,
      source: from(role.source),
    })),
    options: real.options.map(option => ({
      ...option,
      id: options[option.id],
      title: titleOf(options[option.id]),
      phrase: options[option.id],
      numbers: Object.fromEntries(
        Object.entries(option.numbers).map(([kind, number]) => [
          kind,
          'sameAs' in number ? number : inventRange(number, from),
        ]),
      ),
      source: from(option.source),
      givesUp: option.givesUp.map((_, index) => `Comfort ${index}`),
    })),
    readiness: {
      option: options[real.readiness.option],
      source: from(real.readiness.source),
      questions: real.readiness.questions.map(({ text }, index) => ({
        id: `query-${index}`,
        text: `Query ${index} ${placeholdersOf(text, options)}?`,
      })),
    },
    plans: real.plans.map(({ source, milestones }, index) => ({
      id: `course-${index}`,
      title: `Course ${index}`,
      source: from(source),
      milestones: milestones.map(({ month, share }) => ({
        month: month * 2 + 1,
        share: invent(share, 'share')!,
      })),
    })),
    recommendedPlugins: real.recommendedPlugins.map(({ source }, index) => ({
      id: `gadget-${index}`,
      title: `Gadget ${index}`,
      source: from(source),
    })),
  };
}

/** A number that is none of the real ones, and in the same order as they are. */
export function invent(value: number | null, unit: string): number | null {
  if (value === null) {
    return null;
  }
  if (unit === 'share') {
    return Number((value * 0.9 + 0.0037).toFixed(6));
  }
  return WHOLE.has(unit)
    ? Math.round(value * 1.37) + 1
    : Number((value * 1.37 + 0.13).toFixed(2));
}

function inventRange<
  Range extends
    | PublishedFile['numbers'][string]
    | Omit<PublishedFile['numbers'][string], 'title'>,
>(range: Range, from: (source: string) => string): Range {
  const { unit, alsoPublished } = range;
  const claim = <
    C extends { low: number | null; high: number | null; source: string },
  >(
    given: C,
  ): C => ({
    ...given,
    low: invent(given.low, unit),
    high: invent(given.high, unit),
    source: from(given.source),
  });
  return {
    ...claim(range),
    ...(alsoPublished && { alsoPublished: alsoPublished.map(claim) }),
  };
}

function placeholdersOf(text: string, options: Inventions): string {
  return (text.match(/\{[^}]+\}/g) ?? [])
    .map(named => named.replace(/[^{}.]+/, first => options[first] ?? first))
    .join(' ');
}

function inventNames(names: string[], word: string): Inventions {
  return Object.fromEntries(
    names.map((name, index) => [name, `${word}-${'abcdefghijkl'[index]}`]),
  );
}

function titleOf(name: string): string {
  return `${name[0].toUpperCase()}${name.slice(1).replace('-', ' ')}`;
}

function idsOf(entries: Array<{ id: string }>): string[] {
  return entries.map(({ id }) => id);
}
