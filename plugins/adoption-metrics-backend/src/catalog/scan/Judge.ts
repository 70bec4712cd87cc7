import { stringifyEntityRef } from '@backstage/catalog-model';
import { Day } from '../../time';
import { ScanFinding } from '../CatalogScanStore';
import { ExemptionReading, readExemption } from '../exemption';
import { EntityFacts, uidOf } from '../facts';
import { AppliedRule } from '../rules';

/** When the entities are judged. */
interface JudgingTime {
  now: number;
  /** The day of the reporting zone. */
  today: Day;
}

/** Evaluates the rules, and remembers since when a fault has been there. */
export class Judge {
  constructor(
    private readonly rules: AppliedRule[],
    private readonly time: JudgingTime,
  ) {}

  /** @param previous - what was found of the entity before */
  findings(facts: EntityFacts, previous: ScanFinding[]): ScanFinding[] {
    const exemption = readExemption(facts.entity, this.time.today);
    const found = this.rules.flatMap(rule => {
      const before = previous.find(({ reason }) => reason === rule.reason);
      return this.#apply(rule, facts, before?.since);
    });
    return withFirst(found.map(each => exempted(each, exemption)));
  }

  #apply(
    { reason, grace, kinds, evaluate }: AppliedRule,
    facts: EntityFacts,
    since = this.time.now,
  ): ScanFinding[] {
    const applies = !kinds || kinds.has(facts.entity.kind.toLowerCase());
    const verdict = applies && evaluate(facts);
    if (!verdict) {
      return [];
    }
    const { sentence, hint, cause } = verdict;
    const counted = this.time.now - since >= grace;
    const rest = { reason, sentence, hint, since, counted, isFirst: false };
    const known = cause === undefined ? {} : { cause };
    return [{ ...identityOf(facts), ...rest, ...known }];
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
    entityUid: uidOf(entity),
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind,
    ...(owners.length > 0 && { ownerRef: owners[0] }),
  };
}
