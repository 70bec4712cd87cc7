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

const PROOFS = 'proofs';
const CANDIDATES = 'proof_candidates';
const MEMBERS = 'proof_members';

/** A candidate of which it is not known yet who tries it. */
export interface UnreadTeam extends CandidateKey {
  /** Of the proof of concept. */
  start: Day;
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
}

interface CandidateRow {
  proof_id: number;
  position: number;
  /** Of the proof of concept, with which it goes. */
  start_day: number;
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

/** Keeps proofs of concept and who takes part in them. */
export class ProofStore {
  readonly signedTables = [PROOFS, CANDIDATES];

  constructor(private readonly knex: Knex) {}

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

  /** @returns whether there was one */
  remove(id: number): Promise<boolean> {
    return this.knex.transaction(async tx => {
      await tx(MEMBERS).where({ proof_id: id }).delete();
      await tx(CANDIDATES).where({ proof_id: id }).delete();
      return (await tx(PROOFS).where({ id }).delete()) > 0;
    });
  }

  async find(id: number): Promise<StoredProof | undefined> {
    const row = await this.knex<ProofRow>(PROOFS).where({ id }).first();
    return row && (await this.#withCandidates([row]))[0];
  }

  /** The latest start first. */
  async list(): Promise<StoredProof[]> {
    const rows = await this.knex<ProofRow>(PROOFS).orderBy([
      { column: 'start_day', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
    return this.#withCandidates(rows);
  }

  /** Candidates whose members have not been read, of proofs that have started. */
  async unread(today: Day): Promise<UnreadTeam[]> {
    const rows = await this.knex<CandidateRow>(CANDIDATES)
      .whereNull('team_read_day')
      .where('start_day', '<=', today)
      .orderBy(['proof_id', 'position']);
    return rows.map(row => ({
      proofId: row.proof_id,
      position: row.position,
      start: row.start_day,
      teamRef: row.team_ref,
      portal: row.portal ?? undefined,
      title: row.title,
    }));
  }

  /**
   * Keeps for good who tries a candidate, unless that is kept already.
   *
   * @param personIds - none where they were too few
   * @returns whether it was not
   */
  freeze(
    {
      proofId,
      position,
      start,
    }: Pick<UnreadTeam, keyof CandidateKey | 'start'>,
    { day, personIds }: { day: Day; personIds: number[] },
  ): Promise<boolean> {
    return this.knex.transaction(async tx => {
      const held: number[] = [];
      for (const chunk of chunked(personIds)) {
        held.push(...(await lockThoseHeld(tx, chunk)));
      }
      const fresh = await tx<CandidateRow>(CANDIDATES)
        .where({ proof_id: proofId, position, team_read_day: null })
        .update({ team_read_day: day, team_size: held.length || null });
      if (fresh > 0) {
        await insertMissing<Record<string, unknown>>(
          tx,
          { table: MEMBERS, key: ['proof_id', 'position', 'person_id'] },
          held.map(id => ({
            proof_id: proofId,
            position,
            person_id: id,
            start_day: start,
          })),
        );
      }
      return fresh > 0;
    });
  }

  /** Person ids, by the position of the candidate whom they try. */
  async members(proofId: number): Promise<Map<number, number[]>> {
    const rows: Array<{ position: number; person_id: number }> =
      await this.knex(MEMBERS)
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

  /** The proofs of concept in which a portal is tried, but for one. */
  async trying(portal: string, except?: number): Promise<StoredProof[]> {
    const all = await this.list();
    return all.filter(
      ({ id, candidates }) =>
        id !== except && candidates.some(each => each.portal === portal),
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
      .update({
        score: feedback?.score ?? null,
        answers: feedback?.answers ?? null,
        feedback_at: feedback?.at ?? null,
        feedback_by: feedback?.by ?? null,
      });
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

  async #withCandidates(proofs: ProofRow[]): Promise<StoredProof[]> {
    const rows = await this.knex<CandidateRow>(CANDIDATES)
      .whereIn(
        'proof_id',
        proofs.map(({ id }) => id),
      )
      .orderBy('position');
    const byProof = Map.groupBy(rows, row => row.proof_id);
    return proofs.map(row => proofOf(row, byProof.get(row.id) ?? []));
  }
}

async function insertCandidates(
  tx: Knex,
  proofId: number,
  { start, candidates }: ProofPlan,
): Promise<void> {
  await tx<CandidateRow>(CANDIDATES).insert(
    candidates.map((candidate, index) => ({
      proof_id: proofId,
      position: index + 1,
      start_day: start,
      portal: candidate.portal ?? null,
      title: candidate.title,
      team_ref: candidate.team.entityRef,
      team_name: candidate.team.name,
      cost_per_year: candidate.costPerYear ?? null,
    })),
  );
}

function rowOf(plan: ProofPlan, planned: SignedAct): Omit<ProofRow, 'id'> {
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
