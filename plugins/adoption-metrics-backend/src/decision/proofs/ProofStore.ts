import { ProofMode } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { chunked, insertMissing, toOptionalNumber } from '../../database';
import { PersonTable } from '../../parts';
import { lockThoseHeld } from '../../people';
import { Day } from '../../time';
import {
  Feedback,
  ProofPlan,
  SignedAct,
  StoredCandidate,
  StoredProof,
} from './Proof';
import { scheduleOfProof } from './schedule';
import { CountedTeam } from './tellsFew';

const PROOFS = 'proofs';
const CANDIDATES = 'proof_candidates';
const MEMBERS = 'proof_members';

const latestFirst = [
  { column: 'start_day', order: 'desc' },
  { column: 'id', order: 'desc' },
];

/** A candidate of which it is not known yet who tries it. */
export interface UnreadTeam extends CandidateKey {
  teamRef: string;
  portal: string | undefined;
  title: string;
}

/** Which candidate of which proof of concept. */
export interface CandidateKey {
  proofId: number;
  position: number;
}

interface ProofRow {
  id: number;
  mode: ProofMode;
  start_day: number;
  end_day: number;
  weeks: number;
  evaluation_weeks: number;
  goal: number;
  planned_at: number | string;
  planned_by: string | null;
  removed_at: number | string | null;
}

interface CandidateRow {
  proof_id: number;
  position: number;
  /** Of the proof of concept, with which it goes. */
  end_day: number;
  portal: string | null;
  title: string;
  team_ref: string;
  team_name: string;
  cost_per_year: number | null;
  team_read_day: number | null;
  team_size: number | null;
  score: number | null;
  answers: number | null;
  feedback_at: number | string | null;
  feedback_by: string | null;
}

/** Whom a candidate is tried by; deleted by "forget" and moved by "merge". */
export const proofPersonTables: PersonTable[] = [
  { table: MEMBERS, key: ['proof_id', 'position'] },
];

/**
 * Keeps proofs of concept and who takes part in them. Those that were removed, or
 * of whose first day nothing is known any more, are kept out of sight as long as
 * there is activity of any of their days: what was shown of a team can be compared
 * with what is shown of the next one.
 */
export class ProofStore {
  readonly signedTables = [PROOFS, CANDIDATES];

  constructor(
    private readonly knex: Knex,
    /** The first day of which activity is kept. */
    private readonly firstKeptDay: () => Day,
  ) {}

  /** @returns its id */
  add(plan: ProofPlan, planned: SignedAct): Promise<number> {
    return this.knex.transaction(async tx => {
      const [{ id }] = await tx<ProofRow>(PROOFS)
        .insert(rowOf(plan, planned))
        .returning('id');
      await insertCandidates(tx, id, plan);
      return id;
    });
  }

  /**
   * Replaces a plan whose start has not come.
   *
   * @returns whether it has not
   */
  change(
    id: number,
    plan: ProofPlan,
    act: SignedAct & { today: Day },
  ): Promise<boolean> {
    return this.knex.transaction(async tx => {
      const changed = await tx<ProofRow>(PROOFS)
        .where({ id })
        .where('start_day', '>', act.today)
        .update(rowOf(plan, act));
      if (changed > 0) {
        await tx(CANDIDATES).where({ proof_id: id }).delete();
        await insertCandidates(tx, id, plan);
      }
      return changed > 0;
    });
  }

  /**
   * Takes it out of sight. Only members of whom a number can have been seen, of a
   * day that is over, are kept; without any the whole of it is deleted.
   */
  async remove(
    proof: StoredProof,
    { at, today }: { at: number; today: Day },
  ): Promise<void> {
    const { id, candidates } = proof;
    const { trials } = scheduleOfProof(proof);
    const seen = candidates
      .filter(({ portal, size }) => portal !== undefined && size)
      .map(({ position }) => position)
      .filter(position => trials[position - 1].from < today);
    await this.knex.transaction(async tx => {
      await tx(MEMBERS)
        .where({ proof_id: id })
        .whereNotIn('position', seen)
        .delete();
      if (seen.length === 0) {
        await tx(CANDIDATES).where({ proof_id: id }).delete();
        await tx(PROOFS).where({ id }).delete();
        return;
      }
      const all = () => tx<CandidateRow>(CANDIDATES).where({ proof_id: id });
      await all().whereNotIn('position', seen).update({ team_size: null });
      await all().update({ cost_per_year: null, ...feedbackRow(undefined) });
      await tx<ProofRow>(PROOFS)
        .where({ id })
        .update({ removed_at: at, planned_by: null });
    });
  }

  async find(id: number): Promise<StoredProof | undefined> {
    const row = await this.#shown().where({ id }).first();
    return row && (await this.#withCandidates([row]))[0];
  }

  /** The latest start first. */
  async list(): Promise<StoredProof[]> {
    return this.#withCandidates(await this.#shown().orderBy(latestFirst));
  }

  /** Those that are out of sight as well. */
  async listHeld(knex: Knex = this.knex): Promise<StoredProof[]> {
    const rows = await knex<ProofRow>(PROOFS).orderBy(latestFirst);
    return this.#withCandidates(rows, knex);
  }

  /** Candidates whose members have not been read, of proofs that have started. */
  async unread(today: Day): Promise<UnreadTeam[]> {
    const rows = await this.knex<CandidateRow>(CANDIDATES)
      .whereNull('team_read_day')
      .whereIn(
        'proof_id',
        this.#shown().where('start_day', '<=', today).select('id'),
      )
      .orderBy(['proof_id', 'position']);
    return rows.map(row => ({
      proofId: row.proof_id,
      position: row.position,
      teamRef: row.team_ref,
      portal: row.portal ?? undefined,
      title: row.title,
    }));
  }

  /**
   * Keeps for good who tries a candidate, unless that is kept already.
   *
   * @param personIds - none where they were too few
   * @param mayCount - asked with all teams whose use of the same portal is
   *   counted, before another replica can add one to them
   * @returns whether it was kept now, and is counted
   */
  freeze(
    { proofId, position, portal }: CandidateKey & Pick<UnreadTeam, 'portal'>,
    {
      day,
      personIds,
      mayCount,
    }: {
      day: Day;
      personIds: number[];
      mayCount(members: number[], counted: CountedTeam[]): boolean;
    },
  ): Promise<boolean> {
    return this.knex.transaction(async tx => {
      if (portal !== undefined) {
        await tx(CANDIDATES)
          .where({ portal })
          .orderBy(['proof_id', 'position'])
          .forUpdate()
          .select('proof_id');
      }
      const held: number[] = [];
      for (const chunk of chunked(personIds)) {
        held.push(...(await lockThoseHeld(tx, chunk)));
      }
      const isCounted =
        held.length > 0 &&
        (portal === undefined ||
          mayCount(held, await this.counted(portal, tx)));
      const fresh = await tx<CandidateRow>(CANDIDATES)
        .where({ proof_id: proofId, position, team_read_day: null })
        .update({
          team_read_day: day,
          team_size: isCounted ? held.length : null,
        });
      if (fresh > 0 && isCounted) {
        await insertMembers(tx, { proofId, position }, held);
      }
      return fresh > 0 && isCounted;
    });
  }

  /** All teams whose use of a portal is counted, or was. */
  async counted(
    portal: string,
    knex: Knex = this.knex,
  ): Promise<CountedTeam[]> {
    const teams: CountedTeam[] = [];
    for (const proof of await this.listHeld(knex)) {
      const tried = proof.candidates.filter(
        candidate => candidate.portal === portal && candidate.size,
      );
      if (tried.length > 0) {
        const members = await this.members(proof.id, knex);
        const { trials } = scheduleOfProof(proof);
        teams.push(
          ...tried.map(({ position }) => ({
            days: trials[position - 1],
            members: members.get(position) ?? [],
          })),
        );
      }
    }
    return teams;
  }

  /** Person ids, by the position of the candidate whom they try. */
  async members(
    proofId: number,
    knex: Knex = this.knex,
  ): Promise<Map<number, number[]>> {
    const rows: Array<{ position: number; person_id: number }> = await knex(
      MEMBERS,
    )
      .where({ proof_id: proofId })
      .orderBy('person_id')
      .select('position', 'person_id');
    const byPosition = Map.groupBy(rows, row => row.position);
    return new Map(
      [...byPosition].map(([position, all]) => [
        position,
        all.map(row => row.person_id),
      ]),
    );
  }

  /** What somebody takes part in, in the order of the proofs of concept. */
  async ofPerson(personId: number): Promise<CandidateKey[]> {
    const rows: Array<{ proof_id: number; position: number }> = await this.knex(
      MEMBERS,
    )
      .where({ person_id: personId })
      .orderBy(['proof_id', 'position'])
      .select('proof_id', 'position');
    return rows.map(row => ({ proofId: row.proof_id, position: row.position }));
  }

  /** @param feedback - undefined takes it back */
  async setFeedback(
    { proofId, position }: CandidateKey,
    feedback: (Feedback & SignedAct) | undefined,
  ): Promise<void> {
    await this.knex<CandidateRow>(CANDIDATES)
      .where({ proof_id: proofId, position })
      .update(feedbackRow(feedback));
  }

  /** Removes the name of a person from everything they did. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(PROOFS)
      .where({ planned_by: entityRef })
      .update({ planned_by: null });
    await this.knex(CANDIDATES)
      .where({ feedback_by: entityRef })
      .update({ feedback_by: null });
  }

  #shown() {
    return this.knex<ProofRow>(PROOFS)
      .whereNull('removed_at')
      .where('start_day', '>=', this.firstKeptDay());
  }

  async #withCandidates(
    proofs: ProofRow[],
    knex: Knex = this.knex,
  ): Promise<StoredProof[]> {
    const rows = await knex<CandidateRow>(CANDIDATES)
      .whereIn(
        'proof_id',
        proofs.map(({ id }) => id),
      )
      .orderBy('position');
    const byProof = Map.groupBy(rows, row => row.proof_id);
    return proofs.map(row => proofOf(row, byProof.get(row.id) ?? []));
  }
}

async function insertMembers(
  tx: Knex,
  { proofId, position }: CandidateKey,
  personIds: number[],
): Promise<void> {
  const proof = await tx<ProofRow>(PROOFS).where({ id: proofId }).first();
  await insertMissing<Record<string, unknown>>(
    tx,
    { table: MEMBERS, key: ['proof_id', 'position', 'person_id'] },
    personIds.map(id => ({
      proof_id: proofId,
      position,
      person_id: id,
      end_day: proof!.end_day,
    })),
  );
}

async function insertCandidates(
  tx: Knex,
  proofId: number,
  { end, candidates }: ProofPlan,
): Promise<void> {
  await tx<CandidateRow>(CANDIDATES).insert(
    candidates.map((candidate, index) => ({
      proof_id: proofId,
      position: index + 1,
      end_day: end,
      portal: candidate.portal ?? null,
      title: candidate.title,
      team_ref: candidate.team.entityRef,
      team_name: candidate.team.name,
      cost_per_year: candidate.costPerYear ?? null,
    })),
  );
}

function rowOf(
  plan: ProofPlan,
  planned: SignedAct,
): Omit<ProofRow, 'id' | 'removed_at'> {
  return {
    mode: plan.mode,
    start_day: plan.start,
    end_day: plan.end,
    weeks: plan.weeks,
    evaluation_weeks: plan.evaluationWeeks,
    goal: plan.goal,
    planned_at: planned.at,
    planned_by: planned.by ?? null,
  };
}

function feedbackRow(feedback: (Feedback & SignedAct) | undefined) {
  return {
    score: feedback?.score ?? null,
    answers: feedback?.answers ?? null,
    feedback_at: feedback?.at ?? null,
    feedback_by: feedback?.by ?? null,
  };
}

function proofOf(row: ProofRow, candidates: CandidateRow[]): StoredProof {
  return {
    id: row.id,
    mode: row.mode,
    start: row.start_day,
    end: row.end_day,
    weeks: row.weeks,
    evaluationWeeks: row.evaluation_weeks,
    goal: row.goal,
    planned: {
      at: Number(row.planned_at),
      by: row.planned_by ?? undefined,
    },
    candidates: candidates.map(candidateOf),
  };
}

function candidateOf(row: CandidateRow): StoredCandidate {
  return {
    position: row.position,
    portal: row.portal ?? undefined,
    title: row.title,
    team: { entityRef: row.team_ref, name: row.team_name },
    costPerYear: row.cost_per_year ?? undefined,
    teamReadOn: toOptionalNumber(row.team_read_day),
    size: toOptionalNumber(row.team_size),
    feedback: feedbackOf(row),
  };
}

function feedbackOf(row: CandidateRow): StoredCandidate['feedback'] {
  const { score, answers, feedback_at, feedback_by } = row;
  return score === null || answers === null || feedback_at === null
    ? undefined
    : {
        score,
        answers,
        at: Number(feedback_at),
        by: feedback_by ?? undefined,
      };
}
