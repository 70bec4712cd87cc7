import { CatalogConfig, STALENESS_REASONS } from './config';

/** The definition of the figure in words, as configured. */
export function stalenessDefinition(config: CatalogConfig): string {
  const clauses = STALENESS_REASONS.filter(
    reason => !config.disabledRules.includes(reason),
  ).map(reason => clauseOf(reason, config));
  const kinds = listed(config.kinds, 'or');
  return clauses.length
    ? `Share of the catalog's entities of kind ${kinds} that are stale, each counted once. An entity is stale if ${listed(
        clauses,
        'or',
      )}, and no annotation exempts it for a time.`
    : `Share of the catalog's entities of kind ${kinds} that are stale; all reasons are switched off.`;
}

function clauseOf(reason: string, config: CatalogConfig): string {
  const placeholders = config.placeholders.length
    ? ` (or only the placeholder ${listed(config.placeholders, 'or')})`
    : '';
  const clauses: Record<string, string> = {
    orphan: 'no location leads to it any more',
    'processing-error': `the catalog has failed to process it for ${inWords(
      config.processingErrorGrace,
    )}`,
    'source-error': 'the source it comes from cannot be read',
    'owner-missing': `it has no owner${placeholders}`,
    'owner-unknown':
      'its owner is not in the catalog (checked once the catalog has groups)',
  };
  return clauses[reason];
}

function listed(items: string[], conjunction: string): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

function inWords(duration: number): string {
  const units: Array<[number, string]> = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1000, 'second'],
  ];
  const [length, unit] =
    units.find(([each]) => duration >= each && duration % each === 0) ??
    units[3];
  const count = duration / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
