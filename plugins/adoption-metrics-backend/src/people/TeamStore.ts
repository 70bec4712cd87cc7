import { Knex } from 'knex';
import {
  chunked,
  insertMissing,
  plainText,
  replaceRows,
  retryTransient,
} from '../database';
import { Day } from '../time';
import { PEOPLE } from './identities';
import { replaceMembers, SpanRow } from './spans';

const TEAMS = 'teams';
const SPANS = 'team_spans';
const NAME_LENGTH = 255;

/** Limits the spans in memory, and per transaction. */
const TEAMS_PER_TRANSACTION = 50;

/**
 * A group of the catalog, with the developers in it and in its child groups.
 */
interface TeamReading {
  entityRef: string;
  name: string;
  /** Entity ref of the parent team; undefined for a root. */
  parent: string | undefined;
  /** Person ids. */
  members: number[];
}

interface TeamRow {
  id: number;
  entity_ref: string;
  name: string;
  parent_id: number | null;
  present: boolean | number;
}

type TeamSpanRow = SpanRow & { team_id: number };

/** Stores which developers were in which teams on which days. */
export class TeamStore {
  constructor(private readonly knex: Knex) {}

  /** Sets the teams and their members from `day` on. */
  async replaceTeams(teams: TeamReading[], day: Day): Promise<void> {
    const stored = await this.#ensureRows(teams);
    await retryTransient(() =>
      this.knex.transaction(tx => describeTeams(tx, teams, stored)),
    );
    const members = new Map(
      [...stored.values()].map(({ id }) => [id, [] as number[]]),
    );
    teams.forEach(team =>
      members.set(stored.get(team.entityRef)!.id, team.members),
    );
    for (const chunk of chunked([...members], TEAMS_PER_TRANSACTION)) {
      await retryTransient(() =>
        this.knex.transaction(tx =>
          replaceTeamMembers(tx, new Map(chunk), day),
        ),
      );
    }
  }

  /**
   * A current team, with the developers in it and in its child teams who have
   * not opted out.
   */
  async find(
    entityRef: string,
  ): Promise<{ name: string; personIds: number[] } | undefined> {
    const team = await this.knex<TeamRow>(TEAMS)
      .where({ entity_ref: entityRef, present: true })
      .first();
    if (!team) {
      return undefined;
    }
    const personIds: number[] = await this.knex(SPANS)
      .join(PEOPLE, `${PEOPLE}.id`, `${SPANS}.person_id`)
      .where({ team_id: team.id, opted_out: false })
      .whereNull('to_day')
      .orderBy('person_id')
      .pluck('person_id');
    return { name: team.name, personIds };
  }

  /** The number of current teams. */
  async countTeams(): Promise<number> {
    const row = await this.knex<TeamRow>(TEAMS)
      .where({ present: true })
      .count({ n: '*' })
      .first();
    return Number(row?.n);
  }

  async #ensureRows(teams: TeamReading[]): Promise<Map<string, TeamRow>> {
    const stored = await this.#readRows();
    const missing = teams.filter(({ entityRef }) => !stored.has(entityRef));
    if (missing.length === 0) {
      return stored;
    }
    await insertMissing<Record<string, unknown>>(
      this.knex,
      { table: TEAMS, key: ['entity_ref'] },
      missing.map(team => toRow(team, stored)),
    );
    return this.#readRows();
  }

  async #readRows(): Promise<Map<string, TeamRow>> {
    const rows = await this.knex<TeamRow>(TEAMS);
    return new Map(rows.map(row => [row.entity_ref, row]));
  }
}

async function describeTeams(
  tx: Knex,
  teams: TeamReading[],
  stored: Map<string, TeamRow>,
): Promise<void> {
  const rows = teams.map(team => toRow(team, stored));
  const key = ['entity_ref'];
  await replaceRows<Record<string, unknown>>(
    tx,
    { table: TEAMS, key },
    rows.filter(row => isChanged(row, stored.get(row.entity_ref)!)),
  );
  const present = new Set(rows.map(row => row.entity_ref));
  const gone = [...stored.values()].filter(
    row => row.present && !present.has(row.entity_ref),
  );
  for (const chunk of chunked(gone.map(({ id }) => id))) {
    await tx<TeamRow>(TEAMS).whereIn('id', chunk).update({ present: false });
  }
}

function toRow(
  { entityRef, name, parent }: TeamReading,
  stored: Map<string, TeamRow>,
) {
  return {
    entity_ref: entityRef,
    name: plainText(name, { most: NAME_LENGTH }),
    parent_id: (parent && stored.get(parent)?.id) ?? null,
    present: true,
  };
}

function isChanged(row: ReturnType<typeof toRow>, stored: TeamRow): boolean {
  return (
    row.name !== stored.name ||
    row.parent_id !== stored.parent_id ||
    !stored.present
  );
}

async function replaceTeamMembers(
  tx: Knex,
  members: Map<number, number[]>,
  day: Day,
): Promise<void> {
  const open = await tx<TeamSpanRow>(SPANS)
    .whereIn('team_id', [...members.keys()])
    .whereNull('to_day');
  const openOf = Map.groupBy(open, span => span.team_id);
  for (const [teamId, personIds] of members) {
    await replaceMembers(
      tx,
      { table: SPANS, of: { team_id: teamId } },
      { open: openOf.get(teamId) ?? [], members: personIds, day },
    );
  }
}
