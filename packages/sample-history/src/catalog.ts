import { Entity } from '@backstage/catalog-model';
import { Company, ownedBy, refOf } from './company';
import { countJoined } from './newcomers';
import { Decay, Story } from './stories';

/** The company and its catalog over time. */
interface CompanyHistory {
  developersAt(progress: number): string[];
  /**
   * The catalog. Entities whose owner does not exist at the end used to have a
   * team, and are abandoned one by one.
   */
  catalogAt(progress: number): Entity[];
}

export function historyOf(
  company: Company,
  story: Pick<Story, 'newcomers' | 'decay'>,
): CompanyHistory {
  const { founders, newcomers } = company;
  const developersAt = (progress: number) => [
    ...founders,
    ...newcomers.slice(0, countJoined(progress, story.newcomers)),
  ];
  const { lasting, forgotten, caretaker } = sortOut(company.entities);
  const ownedOnceBy = forgotten.map(entity => ownedBy(caretaker, entity));
  const catalogAt = (progress: number) => {
    const absent = new Set(newcomers);
    developersAt(progress).forEach(ref => absent.delete(ref));
    return [
      ...lasting.filter(({ ref }) => !absent.has(ref)).map(kept => kept.entity),
      ...forgotten.map((entity, index) =>
        progress < forgottenFrom(index, story.decay)
          ? ownedOnceBy[index]
          : entity,
      ),
    ];
  };
  return { developersAt, catalogAt };
}

function sortOut(entities: Entity[]) {
  const refs = new Set(entities.map(refOf));
  const isForgotten = ({ relations = [] }: Entity) =>
    relations.some(
      ({ type, targetRef }) => type === 'ownedBy' && !refs.has(targetRef),
    );
  const lasting = entities
    .filter(entity => !isForgotten(entity))
    .map(entity => ({ ref: refOf(entity), entity }));
  const caretaker = lasting.find(({ entity }) => entity.kind === 'Group')?.ref;
  if (!caretaker) {
    throw new Error(
      'catalog.locations describe no Group, add a file with at least one',
    );
  }
  const forgotten = entities.filter(isForgotten).sort(unknownOwnersFirst);
  return { lasting, forgotten, caretaker };
}

function unknownOwnersFirst(a: Entity, b: Entity): number {
  const rank = ({ spec }: Entity) =>
    `${spec?.owner}`.endsWith('unknown') ? 0 : 1;
  return rank(a) - rank(b);
}

function forgottenFrom(index: number, decay: Decay): number {
  const { atLaunch, first, step } = decay;
  return index < atLaunch ? 0 : first + step * (index - atLaunch);
}
