import { Knex } from 'knex';
import { startOfPeriod } from '../testUtils';

/** Two years, of which a year and a month of page loads. */
const DAYS = 731;
const LOAD_DAYS = 395;

const PAGES = 30;
const BUCKETS = 40;

/** Teams beside each other, each of two groups of people that are told apart. */
const TEAMS = 181;
const ATOMS_OF_TEAM = 2;
const PEOPLE_IN_ATOM = 10;

/** Days that are left to what people report. */
const OPEN_DAYS = 4;

const teams = Array.from({ length: TEAMS }, (_, index) => ({
  id: `group:default/team-${index}`,
  name: `team-${index}`,
}));

const insertSamples = `insert into samples (metric, dimension, member, day,
  value, numerator, denominator, n, coverage, definition_version, time_zone, state, computed_at)`;
const rest = `1, 1, 'Asia/Kathmandu', 'final', 0`;

/**
 * Gives a portal a past, so that what may be asked is as heavy as it can be: two
 * years of a team with 180 siblings, a year of page loads of many pages.
 *
 * @param today - days since 1970-01-01
 */
export async function fillPast(knex: Knex, today: number): Promise<void> {
  const end = today - OPEN_DAYS;
  await fillPageLoads(knex, { from: end - LOAD_DAYS, to: end });
  await fillHeadlines(knex, { from: end - DAYS, to: end });
  const fourWeeks = 28;
  const first = startOfPeriod(end - DAYS, 'four-weeks');
  for (let day = first; day + fourWeeks <= end; day += fourWeeks) {
    await fillPeriod(knex, day);
  }
  await knex('teams')
    .insert(
      teams.map(({ id, name }) => ({ entity_ref: id, name, present: true })),
    )
    .onConflict('entity_ref')
    .ignore();
  await knex.raw('analyze');
}

interface Days {
  from: number;
  to: number;
}

async function fillPageLoads(knex: Knex, { from, to }: Days): Promise<void> {
  const series = `generate_series(?::int, ?::int) as day,
    (values ('initial'), ('route')) as kinds (kind),
    generate_series(1, ?) as page`;
  const given = [from, to - 1, PAGES];
  await knex.raw(
    `insert into page_load_counts
       (day, kind, method, route_id, target_ms, loads, within_target, sum_ms)
     select day, kind, 'lcp', 'page:' || page, 5000, 80, 70, 80000 from ${series}`,
    given,
  );
  await knex.raw(
    `insert into page_load_buckets
       (day, kind, method, route_id, bucket, n_lower, n_upper)
     select day, kind, 'lcp', 'page:' || page, 350 + bucket, 1, 1
     from ${series}, generate_series(1, ?) as bucket`,
    [...given, BUCKETS],
  );
}

async function fillHeadlines(knex: Knex, { from, to }: Days): Promise<void> {
  await knex.raw(
    `${insertSamples}
     select metric, 'headline', '', day, 0.4, 40, 100, 100, ${rest}
     from generate_series(?::int, ?::int) as day,
       (values ('active-users'), ('page-load'), ('uptime'), ('stale-entities')) as metrics (metric)
     on conflict do nothing`,
    [from, to - 1],
  );
}

async function fillPeriod(knex: Knex, firstDay: number): Promise<void> {
  const atoms = TEAMS * ATOMS_OF_TEAM;
  await knex('frozen_periods').insert({
    first_day: firstDay,
    people: atoms * PEOPLE_IN_ATOM,
    minimum_group_size: 5,
    atom_sizes: JSON.stringify(Array(atoms).fill(PEOPLE_IN_ATOM)),
  });
  const groups = teams.map((team, index) => {
    const own = [ATOMS_OF_TEAM * index, ATOMS_OF_TEAM * index + 1];
    return {
      first_day: firstDay,
      position: index,
      kind: 'team',
      team_ref: team.id,
      teams: JSON.stringify([team]),
      atoms: JSON.stringify(own),
    };
  });
  await knex.batchInsert('frozen_groups', groups);
  await knex.raw(
    `${insertSamples}
     select 'active-users', unit || '-atoms', atom::text, ?::int + last, 0.5, 5, 10, 10, ${rest}
     from generate_series(0, ?::int) as atom,
       (values ('week', 6), ('week', 13), ('week', 20), ('week', 27), ('four-weeks', 27)) as ends (unit, last)`,
    [firstDay, atoms - 1],
  );
}
