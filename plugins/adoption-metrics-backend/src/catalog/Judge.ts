import { stringifyEntityRef } from '@backstage/catalog-model';
import { ScanFinding } from './CatalogScanStore';
import { EntityFacts, uidOf } from './facts';
import { StalenessRule } from './rules';

/** Evaluates the rules, and remembers since when a fault has been there. */
export class Judge {
  readonly #since: Map<string, number>;

  constructor(
    private readonly rules: StalenessRule[],
    private readonly now: number,
    previous: ScanFinding[],
  ) {
    this.#since = new Map(
      previous.map(each => [keyOf(each.entityUid, each.reason), each.since]),
    );
  }

  findings(facts: EntityFacts): ScanFinding[] {
    const found: ScanFinding[] = [];
    for (const rule of this.rules) {
      const { reason, grace = 0 } = rule;
      const verdict = rule.evaluate(facts);
      if (verdict) {
        const entityUid = uidOf(facts.entity);
        const since = this.#since.get(keyOf(entityUid, reason)) ?? this.now;
        const counted = this.now - since >= grace;
        const rest = { entityUid, reason, since, counted };
        found.push({ ...identityOf(facts), ...verdict, ...rest });
      }
    }
    return found;
  }
}

function identityOf({ entity, owners }: EntityFacts) {
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind,
    ...(owners.length > 0 && { ownerRef: owners[0] }),
  };
}

function keyOf(entityUid: string, reason: string): string {
  return `${reason} ${entityUid}`;
}
