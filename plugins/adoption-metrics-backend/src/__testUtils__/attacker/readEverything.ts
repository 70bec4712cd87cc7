import {
  AttributeUse,
  BreakdownGranularity,
  Cohorts,
  Lifecycle,
  Onboarding,
  PluginUse,
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { idOfGroup } from '../../activity/attributes/describeGroup';
import { Day, formatDay, parseDay } from '../../time';
import { Fact, Knowledge, Relation } from './knowledge';
import { PlayedCompany } from './PlayedCompany';

const kinds = ['active', 'new', 'returning', 'reactivated', 'lapsed'] as const;

const WEEK = 7;
const FOUR_WEEKS = 28;

/** A week, or four, whose numbers are shown. */
export interface PublishedPeriod extends Frozen {
  /** Being active in it. */
  about: string;
}

/** What a reader knows after everything was asked. */
export interface Reading extends Knowledge {
  periods: PublishedPeriod[];
}

/** The people of four weeks: who is counted is known from the catalog. */
interface Frozen {
  firstDay: Day;
  people: number[];
  /** Teams that are shown, in the order of the answers. */
  groups: number[][];
  /** People who share an attribute and are shown, by attribute and group. */
  attributes: Map<string, number[]>;
  /** All that have members, shown or not. */
  teams: number[][];
}

/**
 * Asks every route about groups of people for every period, and notes what each
 * number says of whom.
 */
export async function readEverything(played: PlayedCompany): Promise<Reading> {
  const facts: Fact[] = [];
  const relations: Relation[] = [];
  const periods: PublishedPeriod[] = [];
  const frozenPeriods = await readFrozen(played);
  for (const frozen of frozenPeriods) {
    for (const [granularity, firstDay] of periodsOf(frozen.firstDay)) {
      const asked = { granularity, period: formatDay(firstDay) };
      const found = await readPeriod(played, frozen, asked);
      if (found) {
        facts.push(...found.facts);
        relations.push(...found.relations);
        periods.push({
          ...frozen,
          groups: [...frozen.groups, ...frozen.attributes.values()],
          about: activeOn(granularity, firstDay),
        });
      }
    }
    relations.push(...weeksLieIn(frozen.firstDay));
  }
  const lifecycle = await readLifecycle(played, frozenPeriods);
  const joining = await readJoining(played);
  return {
    facts: [...facts, ...lifecycle.facts, ...joining.facts],
    relations: [...relations, ...lifecycle.relations, ...joining.relations],
    periods,
  };
}

interface AskedPeriod {
  granularity: BreakdownGranularity;
  period: string;
}

export async function readFrozen({ knex }: PlayedCompany): Promise<Frozen[]> {
  const [periods, groups, attributes, members, spans] = await Promise.all([
    knex('frozen_periods').orderBy('first_day'),
    knex('frozen_groups').orderBy('position'),
    knex('frozen_attributes'),
    knex('frozen_members'),
    knex('team_spans'),
  ]);
  return periods.map(({ first_day: firstDay }) => {
    const own = members.filter(row => row.first_day === firstDay);
    const people: number[] = own.map(row => row.person_id);
    const peopleIn = (atoms: number[]) =>
      own.filter(({ atom }) => atoms.includes(atom)).map(row => row.person_id);
    const lasting = spans.filter(
      ({ person_id, from_day, to_day }) =>
        from_day <= firstDay &&
        (to_day ?? Infinity) > firstDay &&
        people.includes(person_id),
    );
    return {
      firstDay,
      people,
      groups: groups
        .filter(row => row.first_day === firstDay)
        .map(({ atoms }) => peopleIn(JSON.parse(atoms))),
      attributes: new Map(
        attributes
          .filter(row => row.first_day === firstDay)
          .map(({ attribute, kind, values, atoms }) => [
            `${attribute} ${idOfGroup({
              kind,
              values: JSON.parse(values),
              atoms: [],
            })}`,
            peopleIn(JSON.parse(atoms)),
          ]),
      ),
      teams: [...Map.groupBy(lasting, row => row.team_id).values()].map(rows =>
        rows.map(row => row.person_id),
      ),
    };
  });
}

export function periodsOf(firstDay: Day): Array<[BreakdownGranularity, Day]> {
  return [
    ['four-weeks', firstDay],
    ...weeksOf(firstDay).map((week): [BreakdownGranularity, Day] => [
      'week',
      week,
    ]),
  ];
}

function weeksOf(firstDay: Day): Day[] {
  return [0, 1, 2, 3].map(index => firstDay + index * WEEK);
}

async function readPeriod(
  played: PlayedCompany,
  { people, groups, attributes }: Frozen,
  asked: AskedPeriod,
): Promise<Knowledge | undefined> {
  const query = new URLSearchParams({ ...asked });
  const [teams, plugins, cells, shared] = await Promise.all([
    played.ask<TeamUse>(`/activity/teams?${query}`),
    played.ask<PluginUse>(`/activity/plugins?${query}`),
    played.ask<TeamPluginUse>(`/activity/team-plugins?${query}`),
    played.ask<AttributeUse>(`/activity/attributes?${query}`),
  ]);
  if (!teams || teams.status !== 'published') {
    return undefined;
  }
  const about = activeIn(asked.granularity, asked.period);
  const used = (pluginId: string) => `${pluginId} while ${about}`;
  const peopleOf = (pluginId: string, groupId: string) =>
    cells!.cells.find(
      cell => cell.groupId === groupId && cell.pluginId === pluginId,
    )?.people ?? 0;
  return {
    facts: [
      ...teams.groups.flatMap(({ active: count, developers }, index) => {
        expect(groups[index]).toHaveLength(developers);
        return count === null ? [] : [{ about, people: groups[index], count }];
      }),
      ...shared!.attributes.flatMap(attribute =>
        attribute.groups.flatMap(({ id, active: count, developers }) => {
          const group = attributes.get(`${attribute.id} ${id}`)!;
          expect(group).toHaveLength(developers);
          return count === null ? [] : [{ about, people: group, count }];
        }),
      ),
      ...plugins!.plugins.flatMap(plugin => [
        { about: used(plugin.id), people, count: plugin.people },
        ...teams.groups.map(({ id }, index) => ({
          about: used(plugin.id),
          people: groups[index],
          count: peopleOf(plugin.id, id),
        })),
      ]),
    ],
    relations: plugins!.plugins.map(({ id }) => ({
      terms: [
        { about: used(id), factor: 1 },
        { about, factor: -1 },
      ],
      atMost: 0,
    })),
  };
}

/** Who is active in a week is active in the four weeks, and the other way round. */
export function weeksLieIn(firstDay: Day, portal?: string): Relation[] {
  const on = (granularity: BreakdownGranularity, day: Day) =>
    [portal, activeOn(granularity, day)].filter(Boolean).join(' ');
  const whole = { about: on('four-weeks', firstDay), factor: -1 };
  const weeks = weeksOf(firstDay).map(week => on('week', week));
  return [
    ...weeks.map(about => ({
      terms: [{ about, factor: 1 }, whole],
      atMost: 0,
    })),
    {
      terms: [
        { ...whole, factor: 1 },
        ...weeks.map(about => ({ about, factor: -1 })),
      ],
      atMost: 0,
    },
  ];
}

/**
 * How people came and went, all of them together. What it says of a period
 * beside the one before is used within four weeks only. Across their border the
 * groups differ, and what the totals then tell in a small organization whose
 * people all come every week is the limit that docs/privacy.md states.
 */
async function readLifecycle(
  played: PlayedCompany,
  frozen: Frozen[],
): Promise<Knowledge> {
  const facts: Fact[] = [];
  const relations: Relation[] = [];
  const frozenOn = (day: Day) =>
    frozen.findLast(({ firstDay }) => firstDay <= day);
  for (const granularity of ['week', 'four-weeks'] as const) {
    const lifecycle = await played.ask<Lifecycle>(
      `/activity/lifecycle?granularity=${granularity}`,
    );
    const length = granularity === 'week' ? WEEK : FOUR_WEEKS;
    for (const { from, developers, ...counts } of lifecycle!.periods) {
      const day = parseDay(from)!;
      const people = frozenOn(day)?.people;
      if (people?.length === developers) {
        const about = (kind: string) => `${kind} ${granularity} ${from}`;
        for (const kind of kinds) {
          const count = counts[kind];
          facts.push(
            ...(count === null ? [] : [{ about: about(kind), people, count }]),
          );
        }
        relations.push(
          ...partsOf(about),
          ...(frozenOn(day - length)?.people === people
            ? changesOf(about, activeOn(granularity, day - length))
            : []),
        );
      }
    }
  }
  return { facts, relations };
}

/** Everybody active is new, has returned, or was reactivated. */
function partsOf(about: (kind: string) => string): Relation[] {
  const parts = ['new', 'returning', 'reactivated'].map(about);
  return [1, -1].map(factor => ({
    terms: [
      ...parts.map(part => ({ about: part, factor })),
      { about: about('active'), factor: -factor },
    ],
    atMost: 0,
  }));
}

function changesOf(
  about: (kind: string) => string,
  before: string,
): Relation[] {
  const relation = (terms: Record<string, number>, atMost: number) => ({
    terms: Object.entries(terms).map(([name, factor]) => ({
      about: name,
      factor,
    })),
    atMost,
  });
  const [active, lapsed] = ['active', 'lapsed'].map(about);
  return [
    relation({ [about('returning')]: 1, [before]: -1 }, 0),
    relation({ [about('new')]: 1, [before]: 1 }, 1),
    relation({ [about('reactivated')]: 1, [before]: 1 }, 1),
    relation({ [lapsed]: 1, [before]: -1 }, 0),
    relation({ [lapsed]: 1, [active]: 1 }, 1),
    relation({ [before]: 1, [active]: -1, [lapsed]: -1 }, 0),
  ];
}

/** How soon those who joined in a range used the portal. */
async function readJoining(played: PlayedCompany): Promise<Knowledge> {
  const [onboarding, cohorts, members] = await Promise.all([
    played.ask<Onboarding>('/activity/onboarding'),
    played.ask<Cohorts>('/activity/cohorts'),
    played.knex('joining_people'),
  ]);
  const peopleOf = (from: string): number[] =>
    members
      .filter(({ range_from }) => range_from === parseDay(from))
      .map(({ person_id }) => person_id);
  const early = onboarding!.ranges.flatMap(range =>
    [7, 30, 90].flatMap(days => {
      const count = range[`within${days}Days` as 'within7Days'];
      const about = `within ${days} days of joining from ${range.from}`;
      return count === null
        ? []
        : [{ about, people: peopleOf(range.from), count, range, days }];
    }),
  );
  const later = cohorts!.cohorts.flatMap(({ from, periods }) =>
    periods.flatMap(({ period, people, active }) =>
      active !== null && people === peopleOf(from).length
        ? [
            {
              about: `in period ${period} after joining from ${from}`,
              people: peopleOf(from),
              count: active,
            },
          ]
        : [],
    ),
  );
  return {
    facts: [
      ...early.map(({ about, people, count }) => ({ about, people, count })),
      ...later,
    ],
    relations: early.map(({ about, people, range, days }) => ({
      people,
      terms: [
        { about, factor: 1 },
        ...weeksBetween(range.from, parseDay(range.to)! + days).map(week => ({
          about: activeOn('week', week),
          factor: -1,
        })),
      ],
      atMost: 0,
    })),
  };
}

function weeksBetween(from: string, to: Day): Day[] {
  const weeks: Day[] = [];
  for (let day = parseDay(from)!; day < to; day += WEEK) {
    weeks.push(day);
  }
  return weeks;
}

export function activeOn(
  granularity: BreakdownGranularity,
  firstDay: Day,
): string {
  return activeIn(granularity, formatDay(firstDay));
}

function activeIn(granularity: BreakdownGranularity, firstDay: string): string {
  return `active ${granularity} ${firstDay}`;
}
