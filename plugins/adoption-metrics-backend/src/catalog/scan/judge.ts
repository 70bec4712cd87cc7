import {
  inEnglish,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { plainText } from '../../database';
import { reasonOf } from '../../failures';
import { Day } from '../../time';
import { ExemptionReading, readExemption } from '../exemption';
import { EntityFacts, kindOf, missingOwners, refOf } from '../facts';
import { AppliedRule, SaidVerdict } from '../rules/StalenessRule';
import { ScanFinding } from '../ScanFinding';

/** In UTF-16 units; sentences of rules may quote entities. */
const LONGEST_SENTENCE = 2_000;

/** The rules and the time to judge entities by. */
export interface Judgement {
  rules: AppliedRule[];
  /** When the scan began, in ms UTC. */
  now: number;
  /** In the reporting zone. */
  today: Day;
}

/** What the rules find wrong with an entity. */
export interface Judged {
  found: ScanFinding[];
  /** Why some rules failed. */
  failures: string[];
}

/**
 * Judges an entity by all rules. If a rule fails, its previous finding remains.
 *
 * @param previous - earlier findings, which determine `since`
 */
export function judge(
  facts: EntityFacts,
  previous: ScanFinding[],
  { rules, now, today }: Judgement,
): Judged {
  const failures: string[] = [];
  const found = rules.flatMap(rule => {
    const before = previous.find(({ reason }) => reason === rule.reason);
    try {
      const since = before?.since ?? now;
      const exemption = readExemption(facts.entity, today);
      return apply(rule, facts, { since, now }).map(each =>
        plain(exempted(each, exemption)),
      );
    } catch (error) {
      failures.push(`rule '${rule.reason}' failed: ${reasonOf(error)}`);
      return before ? { ...before, ...identityOf(facts) } : [];
    }
  });
  return { found: withFirst(found), failures };
}

function apply(
  { reason, grace, kinds, evaluate }: AppliedRule,
  facts: EntityFacts,
  { since, now }: { since: number; now: number },
): ScanFinding[] {
  const applies = !kinds || kinds.has(facts.entity.kind.toLowerCase());
  const verdict = applies && evaluate(facts);
  if (!verdict) {
    return [];
  }
  const { sentence, hint, cause, wording = inOwnWords(verdict) } = verdict;
  return [
    {
      ...identityOf(facts),
      reason,
      sentence,
      hint,
      wording,
      since,
      counted: now - since >= grace,
      isFirst: false,
      ...(cause !== undefined && { cause }),
    },
  ];
}

function exempted(
  finding: ScanFinding,
  reading: ExemptionReading,
): ScanFinding {
  switch (reading.status) {
    case 'valid':
      return { ...finding, counted: false, exemption: reading.exemption };
    case 'invalid':
      return withHint(
        finding,
        say('catalog.exemption.invalid', { problem: reading.problem }),
      );
    default:
      return finding;
  }
}

/** What a rule of a module says, in the words of its author. */
function inOwnWords({ sentence, hint }: SaidVerdict): ScanFinding['wording'] {
  return {
    sentence: [say('text', { text: plainSentence(sentence) })],
    hint: [say('text', { text: plainSentence(hint) })],
  };
}

function withHint(finding: ScanFinding, further: Wording): ScanFinding {
  const { hint, wording } = finding;
  return {
    ...finding,
    hint: `${hint} ${inEnglish(further)}`,
    wording: { ...wording, hint: [...wording.hint, further] },
  };
}

function plain(finding: ScanFinding): ScanFinding {
  const { sentence, hint, cause, exemption } = finding;
  return {
    ...finding,
    sentence: plainSentence(sentence),
    hint: plainSentence(hint),
    ...(cause !== undefined && { cause: plainSentence(cause) }),
    ...(exemption && {
      exemption: { ...exemption, reason: plainSentence(exemption.reason) },
    }),
  };
}

function plainSentence(text: string): string {
  return plainText(text, { most: LONGEST_SENTENCE });
}

/** Marks the finding that represents the entity in lists. */
function withFirst(found: ScanFinding[]): ScanFinding[] {
  const [first] = found
    .filter(({ counted, exemption }) => counted || exemption)
    .sort((a, b) => a.since - b.since || (a.reason < b.reason ? -1 : 1));
  return found.map(each => ({ ...each, isFirst: each === first }));
}

function identityOf(facts: EntityFacts) {
  const { entity, namedOwners } = facts;
  return {
    entityRef: refOf(entity),
    kind: kindOf(entity),
    ownerRefs: namedOwners,
    missingOwnerRefs: missingOwners(facts),
  };
}
