import {
  AttributeGroupKind,
  PublishedGroupKind,
} from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { insertFresh, insertMissing } from '../../database';
import { Day } from '../../time';
import { ChosenGroup } from './chooseGroups';
import { ChosenAttribute } from './chooseValues';

/** A four-week period with fixed members and groups. */
export interface FrozenPeriod {
  firstDay: Day;
  /** The number of members. */
  people: number;
  /** The minimum group size with which its groups were chosen. */
  minimumGroupSize: number;
  /** The number of people in each atom. */
  atomSizes: number[];
}

/** A team with its name at the time. */
export interface NamedTeam {
  id: string;
  name: string;
}

export type FrozenGroup = ChosenGroup<NamedTeam>;

/** A period with its groups and members. */
interface NewPeriod extends FrozenPeriod {
  /** Parents come before their children. */
  groups: FrozenGroup[];
  attributes: ChosenAttribute[];
  /** Each member with their atom. */
  members: Array<{ personId: number; atom: number }>;
}

interface PeriodRow {
  first_day: number;
  people: number;
  minimum_group_size: number;
  atom_sizes: string;
}

interface GroupRow {
  first_day: number;
  position: number;
  kind: PublishedGroupKind;
  parent: number | null;
  team_ref: string | null;
  teams: string;
  atoms: string;
}

interface AttributeRow {
  first_day: number;
  position: number;
  attribute: string;
  before_teams: boolean | number;
  kind: AttributeGroupKind;
  values: string;
  atoms: string;
}

const PERIODS = 'frozen_periods';
const GROUPS = 'frozen_groups';
const ATTRIBUTES = 'frozen_attributes';
const MEMBERS = 'frozen_members';

/** Stores the members and groups of four-week periods. */
export class FrozenPeriodStore {
  constructor(private readonly knex: Knex) {}

  /**
   * @param firstDay - of the four-week period
   */
  async find(firstDay: Day): Promise<FrozenPeriod | undefined> {
    const row = await this.knex<PeriodRow>(PERIODS)
      .where({ first_day: firstDay })
      .first();
    return row && toPeriod(row);
  }

  /** Periods that begin in a range of days, oldest first. */
  async during(days: { from: Day; to: Day }): Promise<FrozenPeriod[]> {
    const rows = await this.knex<PeriodRow>(PERIODS)
      .where('first_day', '>=', days.from)
      .where('first_day', '<', days.to)
      .orderBy('first_day');
    return rows.map(toPeriod);
  }

  /** The oldest stored period. */
  async first(): Promise<FrozenPeriod | undefined> {
    const row = await this.knex<PeriodRow>(PERIODS)
      .orderBy('first_day')
      .first();
    return row && toPeriod(row);
  }

  /** Groups of a period. Parents come before their children. */
  async groups(firstDay: Day): Promise<FrozenGroup[]> {
    const rows = await this.knex<GroupRow>(GROUPS)
      .where({ first_day: firstDay })
      .orderBy('position');
    return rows.map(toGroup);
  }

  /** Groups by attribute of a period. */
  async attributes(firstDay: Day): Promise<ChosenAttribute[]> {
    const rows = await this.knex<AttributeRow>(ATTRIBUTES)
      .where({ first_day: firstDay })
      .orderBy('position');
    const byId = Map.groupBy(rows, ({ attribute }) => attribute);
    return [...byId].map(([id, of]) => ({
      id,
      beforeTeams: Boolean(of[0].before_teams),
      groups: of.map(({ kind, values, atoms }) => ({
        kind,
        values: JSON.parse(values),
        atoms: JSON.parse(atoms),
      })),
    }));
  }

  /** Selects the members of a period as `person_id`. */
  selectMembers(firstDay: Day): Knex.QueryBuilder {
    return this.knex(MEMBERS)
      .where({ first_day: firstDay })
      .select('person_id');
  }

  /** Stores a period for good, unless it already exists. */
  async add(period: NewPeriod): Promise<void> {
    await this.knex.transaction(tx => insert(tx, period));
  }
}

async function insert(
  tx: Knex,
  { members, groups, attributes, ...period }: NewPeriod,
): Promise<void> {
  const first_day = period.firstDay;
  const row = {
    first_day,
    people: period.people,
    minimum_group_size: period.minimumGroupSize,
    atom_sizes: JSON.stringify(period.atomSizes),
  };
  const target = { table: PERIODS, key: ['first_day'] };
  const fresh = await insertFresh<Record<string, unknown>>(tx, target, [row]);
  if (fresh.length === 0) {
    // Another replica was faster; its result counts.
    return;
  }
  await insertMissing<Record<string, unknown>>(
    tx,
    { table: GROUPS, key: ['first_day', 'position'] },
    groups.map((group, position) => ({ first_day, ...toRow(group, position) })),
  );
  await insertMissing<Record<string, unknown>>(
    tx,
    { table: ATTRIBUTES, key: ['first_day', 'position'] },
    attributes.flatMap(toAttributeRows).map((group, position) => ({
      first_day,
      position,
      ...group,
    })),
  );
  await insertMissing<Record<string, unknown>>(
    tx,
    { table: MEMBERS, key: ['first_day', 'person_id'] },
    members.map(({ personId, atom }) => ({
      first_day,
      person_id: personId,
      atom,
    })),
  );
}

function toRow(
  { kind, parent, team, teams, atoms }: FrozenGroup,
  position: number,
): Omit<GroupRow, 'first_day'> {
  return {
    position,
    kind,
    parent: parent ?? null,
    team_ref: team?.id ?? null,
    teams: JSON.stringify(team ? [team, ...teams] : teams),
    atoms: JSON.stringify(atoms),
  };
}

function toAttributeRows({ id, beforeTeams, groups }: ChosenAttribute) {
  return groups.map(({ kind, values, atoms }) => ({
    attribute: id,
    before_teams: beforeTeams,
    kind,
    values: JSON.stringify(values),
    atoms: JSON.stringify(atoms),
  }));
}

function toGroup({
  kind,
  parent,
  team_ref,
  teams,
  atoms,
}: GroupRow): FrozenGroup {
  const named: NamedTeam[] = JSON.parse(teams);
  const [team] = team_ref === null ? [] : named.splice(0, 1);
  return {
    kind,
    parent: parent ?? undefined,
    team,
    teams: named,
    atoms: JSON.parse(atoms),
  };
}

function toPeriod(row: PeriodRow): FrozenPeriod {
  return {
    firstDay: row.first_day,
    people: row.people,
    minimumGroupSize: row.minimum_group_size,
    atomSizes: JSON.parse(row.atom_sizes),
  };
}
