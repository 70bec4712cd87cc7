import { PortalTeams } from 'backstage-plugin-adoption-metrics-common';
import { Day, formatDay } from '../../time';
import { Fact, Relation } from './knowledge';
import { OTHER, ShownTrial } from './OtherPortal';
import { PlayedCompany } from './PlayedCompany';
import {
  activeOn,
  PublishedPeriod,
  periodsOf,
  readFrozen,
  Reading,
  weeksLieIn,
} from './readEverything';

const portals = ['this', OTHER, 'any'];

/** What the teams of all portals tell, for every period. */
export async function readPortalTeams(played: PlayedCompany): Promise<Reading> {
  const facts: Fact[] = [];
  const relations: Relation[] = [];
  const periods: PublishedPeriod[] = [];
  for (const frozen of await readFrozen(played)) {
    for (const [granularity, firstDay] of periodsOf(frozen.firstDay)) {
      const query = `granularity=${granularity}&period=${formatDay(firstDay)}`;
      const teams = await played.other!.ask<PortalTeams>(
        `/portals/teams?${query}`,
      );
      const about = (portal: string) =>
        `${portal} ${activeOn(granularity, firstDay)}`;
      if (teams?.status === 'published') {
        const known = teams.groups.flatMap((group, index) => {
          expect(frozen.groups[index]).toHaveLength(group.developers);
          return group.portals.flatMap(({ portal, active: count }) =>
            count === null
              ? []
              : [{ about: about(portal), people: frozen.groups[index], count }],
          );
        });
        facts.push(...known);
        periods.push(
          ...portals.map(portal => ({ ...frozen, about: about(portal) })),
        );
        relations.push(...whoeverIsInAny(about));
      }
    }
    for (const portal of portals) {
      relations.push(...weeksLieIn(frozen.firstDay, portal));
    }
  }
  return { facts, relations, periods };
}

/** Someone is active in any portal who is in one of them, and nobody else is. */
function whoeverIsInAny(about: (portal: string) => string): Relation[] {
  const any = about('any');
  const each = [about('this'), about(OTHER)];
  return [
    ...each.map(one => ({
      terms: [
        { about: one, factor: 1 },
        { about: any, factor: -1 },
      ],
      atMost: 0,
    })),
    {
      terms: [
        { about: any, factor: 1 },
        ...each.map(one => ({ about: one, factor: -1 })),
      ],
      atMost: 0,
    },
  ];
}

/**
 * What proofs of concept tell of a portal: of each trial how many of its team
 * have come since its first day, up to each other day.
 *
 * @param trials - which share days, at least over others
 * @param everyDays - one in so many days is read, and the last
 */
export function readTrials(trials: ShownTrial[], everyDays: number): Reading {
  const facts = trials.flatMap(({ from, members, active }): Fact[] => {
    const last = Math.max(...active.keys());
    return [...active]
      .filter(([day]) => (day - from) % everyDays === 0 || day === last)
      .map(([day, count]) => ({
        about: came(from, day),
        people: members,
        count,
      }));
  });
  const groups = trials.map(({ members }) => members);
  const people = [...new Set(groups.flat())];
  const firstDays = [...new Set(trials.map(({ from }) => from))];
  const days = [...new Set(trials.flatMap(({ active }) => [...active.keys()]))];
  const abouts = new Set(facts.map(({ about }) => about));
  const spans = firstDays.flatMap(from =>
    days
      .filter(day => abouts.has(came(from, day)))
      .map(to => ({ from, to, about: came(from, to) })),
  );
  // Whoever came within some days came within more.
  const relations = spans.flatMap(inner =>
    spans
      .filter(
        outer =>
          outer !== inner && outer.from <= inner.from && outer.to >= inner.to,
      )
      .map(outer => ({
        terms: [
          { about: inner.about, factor: 1 },
          { about: outer.about, factor: -1 },
        ],
        atMost: 0,
      })),
  );
  return {
    facts,
    relations,
    periods: [...abouts].map(about => ({
      firstDay: 0,
      about,
      people,
      groups,
      attributes: new Map(),
      teams: [],
    })),
  };
}

function came(from: Day, to: Day): string {
  return `came from ${formatDay(from)} to ${formatDay(to)}`;
}
