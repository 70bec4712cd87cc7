import { stringifyEntityRef } from '@backstage/catalog-model';
import { Day } from '../time';
import { ScanFinding } from './CatalogScanStore';
import { ExemptionReading, readExemption } from './exemption';
import { EntityFacts, uidOf } from './facts';
import { AppliedRule } from './rules';

/** When the entities are judged. */
interface JudgingTime {
  now: number;
  /** The day of the reporting zone. */
  today: Day;
}

/** Evaluates the rules, and remembers since when a fault has been there. */
export class Judge {
  readonly #since: Map<string, number>;

  constructor(
    private readonly rules: AppliedRule[],
    private readonly time: JudgingTime,
    previous: ScanFinding[],
  ) {
    this.#since = new Map(
      previous.map(each => [keyOf(each.entityUid, each.reason), each.since]),
    );
  }

  findings(facts: EntityFacts): ScanFinding[] {
    const exemption = readExemption(facts.entity, this.time.today);
    const found = this.rules.flatMap(rule => this.#apply(rule, facts));
    return withFirst(found.map(each => exempted(each, exemption)));
  }

  #apply(rule: AppliedRule, facts: EntityFacts): ScanFinding[] {
    const { reason, grace, kinds } = rule;
    const applies = !kinds || kinds.has(facts.entity.kind.toLowerCase());
    const verdict = applies && rule.evaluate(facts);
    if (!verdict) {
      return [];
    }
    const { now } = this.time;
    const entityUid = uidOf(facts.entity);
    const since = this.#since.get(keyOf(entityUid, reason)) ?? now;
    const rest = { entityUid, reason, since, counted: now - since >= grace };
    return [{ ...identityOf(facts), ...verdict, ...rest, isFirst: false }];
  }
}

function exempted(
  finding: ScanFinding,
  reading: ExemptionReading,
): ScanFinding {
  switch (reading.status) {
    case 'valid':
      return { ...finding, counted: false, exemption: reading.exemption };
    case 'invalid':
      return {
        ...finding,
        hint: `${finding.hint} Its exemption does not hold: ${reading.problem}.`,
      };
    default:
      return finding;
  }
}

/** Marks what stands for the entity where it is listed once. */
function withFirst(found: ScanFinding[]): ScanFinding[] {
  const [first] = found
    .filter(({ counted, exemption }) => counted || exemption)
    .sort((a, b) => a.since - b.since || (a.reason < b.reason ? -1 : 1));
  return found.map(each => ({ ...each, isFirst: each === first }));
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
