import { InputError, NotFoundError } from '@backstage/errors';
import {
  breakdownGranularities,
  PluginUse,
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { breathe } from '../database';
import { Visibility } from '../http';
import { Interval } from '../time';
import { AtomNumbers } from './AtomNumbers';
import { describePeriod } from './describePeriod';
import { dimensions, METRIC } from './dimensions';
import { lastPeriodEnd } from './periods';
import {
  AskedPeriod,
  MeasuredPeriod,
  PublishedPeriod,
  PublishedPeriodReader,
} from './PublishedPeriodReader';
import { DescribedGroup, visibleGroups } from './publishing';
import { lastDayOf, ReportSources, sumByMember } from './report';
import { UseStore } from './UseStore';

/** Selects a closed period, and a team. */
interface AskedTeams extends AskedPeriod {
  /** Entity ref of a team. */
  team?: string;
}

/** The maximum number of rows by group and plugin in a response. */
const MOST_CELLS = 50_000;

/** Plugins that were used in the last closed four weeks. */
export interface PluginsInUse {
  days: Interval;
  /** Whether the whole period was observed, so that the list is complete. */
  isObserved: boolean;
  minimumGroupSize: number;
  /**
   * The number of people by plugin; undefined if the organization is not broken
   * down.
   */
  people: ReadonlyMap<string, number> | undefined;
}

type GroupRow = TeamUse['groups'][number];
type PluginRow = PluginUse['plugins'][number];
type Cell = TeamPluginUse['cells'][number];

/** Reports usage by team and plugin in closed periods. */
export class UseReporter {
  readonly #reader: PublishedPeriodReader;

  constructor(private readonly sources: ReportSources) {
    this.#reader = new PublishedPeriodReader(sources);
  }

  /**
   * @param visibility - hidden teams are left out
   * @throws InputError if no period begins on that day
   * @throws NotFoundError if the period is still open, or was never broken down
   */
  async teams(asked: AskedPeriod, visibility: Visibility): Promise<TeamUse> {
    const found = await this.#reader.find(asked);
    return {
      ...this.#describe(asked, found),
      groups: found ? await this.#groupRows(found, visibility) : [],
    };
  }

  /**
   * @throws InputError if no period begins on that day
   * @throws NotFoundError if the period is still open, or was never broken down
   */
  async plugins(asked: AskedPeriod): Promise<PluginUse> {
    const found = await this.#reader.find(asked);
    return {
      ...this.#describe(asked, found),
      plugins: found ? await this.#pluginRows(found) : [],
    };
  }

  /**
   * @throws InputError if no period begins on that day, or if there would be
   * too many rows
   * @throws NotFoundError if there is no such team, or if the period is still
   * open or was never broken down
   */
  async teamPlugins(
    { team, ...asked }: AskedTeams,
    visibility: Visibility,
  ): Promise<TeamPluginUse> {
    if (team !== undefined) {
      await assertTeam(team, this.sources.uses, visibility);
    }
    const found = await this.#reader.find(asked);
    return {
      ...this.#describe(asked, found),
      cells: found ? await this.#cells(found, visibility, team) : [],
    };
  }

  /**
   * Plugins used in the last closed four weeks; undefined if none are closed.
   */
  async pluginsInUse(): Promise<PluginsInUse | undefined> {
    const found = await this.#reader.find({ granularity: 'four-weeks' });
    if (!found) {
      return undefined;
    }
    const isPublished = found.status === 'published';
    return {
      days: found.days,
      isObserved: found.measured.value !== undefined,
      minimumGroupSize: found.minimumGroupSize,
      people: isPublished
        ? sumByMember(await this.#ofPeriod(found, 'plugins'))
        : undefined,
    };
  }

  /**
   * Plugins used in the last closed four weeks, or else in the last closed
   * week.
   */
  async usedPlugins(): Promise<string[]> {
    const { samples } = this.sources;
    const lastDay = await lastDayOf(this.sources);
    for (const unit of breakdownGranularities.toReversed()) {
      const day = lastPeriodEnd(lastDay, unit);
      const used = await samples.ofDay(METRIC, day, [dimensions.actions(unit)]);
      if (used.length > 0) {
        return used.map(({ member }) => member);
      }
    }
    return [];
  }

  /**
   * The requested period, with the groups that the caller can see, and their
   * numbers.
   *
   * @throws InputError if no period begins on that day
   * @throws NotFoundError if the period is still open, or was never broken down
   */
  async publishedGroups(asked: AskedPeriod, visibility: Visibility) {
    const found = await this.#reader.find(asked);
    const described = this.#describe(asked, found);
    const [groups, own] = found
      ? await Promise.all([this.#groups(found, visibility), this.#atoms(found)])
      : [[], undefined];
    return { described, found, groups, own };
  }

  async #groupRows(
    found: MeasuredPeriod,
    visibility: Visibility,
  ): Promise<GroupRow[]> {
    const [now, groups, before] = await Promise.all([
      this.#atoms(found),
      this.#groups(found, visibility),
      this.#sharesBefore(found, visibility),
    ]);
    return groups.map(({ group, id, name, wording, parentId = null }) => ({
      id,
      kind: group.kind,
      name,
      wording,
      parentId,
      teams: group.teams,
      developers: now.people(group.atoms),
      active: now.active(group.atoms) ?? null,
      share: now.share(group.atoms) ?? null,
      previousShare: before.get(id) ?? null,
    }));
  }

  /** Shares in the previous period, by group. */
  async #sharesBefore(
    found: MeasuredPeriod,
    visibility: Visibility,
  ): Promise<Map<string, number | undefined>> {
    const before = await this.#reader.before(found);
    if (!before) {
      return new Map();
    }
    const then = await this.#atoms(before);
    const groups = await this.#groups(before, visibility);
    return new Map(
      groups.map(({ id, group }) => [id, then.share(group.atoms)]),
    );
  }

  async #groups(period: PublishedPeriod, visibility: Visibility) {
    const groups = await this.#reader.groups(period);
    return visibleGroups(groups, await visibility.readable(refsOf(groups)));
  }

  async #atoms({ unit, days, frozen }: PublishedPeriod): Promise<AtomNumbers> {
    const { samples } = this.sources;
    const measured = await samples.ofDay(METRIC, days.to - 1, [
      dimensions.atoms(unit),
    ]);
    return new AtomNumbers(frozen.atomSizes, measured);
  }

  async #pluginRows(found: MeasuredPeriod): Promise<PluginRow[]> {
    if (found.status !== 'published') {
      return [];
    }
    const now = sumByMember(await this.#ofPeriod(found, 'plugins'));
    const actions = sumByMember(await this.#ofPeriod(found, 'actions'));
    const before = await this.#reader.before(found);
    const then =
      before?.status === 'published'
        ? sumByMember(await this.#ofPeriod(before, 'plugins'))
        : undefined;
    return [...now]
      .map(([id, people]) => ({
        id,
        people,
        previousPeople: then ? then.get(id) ?? 0 : null,
        actions: actions.get(id) ?? null,
      }))
      .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
  }

  #ofPeriod({ unit, days }: PublishedPeriod, what: 'plugins' | 'actions') {
    const dimension = dimensions[what](unit);
    return this.sources.samples.ofDay(METRIC, days.to - 1, [dimension]);
  }

  async #cells(
    found: PublishedPeriod,
    visibility: Visibility,
    team?: string,
  ): Promise<Cell[]> {
    const { unit, days } = found;
    const groups = groupsOf(await this.#groups(found, visibility), team);
    const atoms = new Set(groups.flatMap(({ group }) => group.atoms));
    const byAtom = Map.groupBy(
      await this.sources.samples.ofDay(
        METRIC,
        days.to - 1,
        [...atoms].map(atom => dimensions.atomPlugins(unit, atom)),
      ),
      ({ dimension }) => dimension,
    );
    const cells: Cell[] = [];
    for (const { id: groupId, group } of groups) {
      const samples = group.atoms.flatMap(
        atom => byAtom.get(dimensions.atomPlugins(unit, atom)) ?? [],
      );
      for (const [pluginId, people] of sumByMember(samples)) {
        cells.push({ groupId, pluginId, people });
      }
      assertCells(cells, team);
      await breathe();
    }
    return cells;
  }

  #describe(asked: AskedPeriod, found: PublishedPeriod | undefined) {
    return describePeriod(asked, found, this.sources);
  }
}

/**
 * @throws InputError if a response would have too many rows
 */
export function assertCells(cells: unknown[], team: string | undefined): void {
  if (cells.length > MOST_CELLS) {
    const most = MOST_CELLS.toLocaleString('en-US');
    throw new InputError(
      refusalOf(
        "'team'",
        team,
        `teams with up to ${most} rows of groups and plugins`,
      ),
    );
  }
}

/**
 * @throws NotFoundError if the team was never seen, or is hidden from the
 * caller; the error is the same
 */
export async function assertTeam(
  entityRef: string,
  uses: Pick<UseStore, 'hasTeam'>,
  visibility: Visibility,
): Promise<void> {
  const readable = await visibility.readable([entityRef]);
  if (readable.size === 0 || !(await uses.hasTeam(entityRef))) {
    throw new NotFoundError(
      `No team '${entityRef}'; expected entity refs of groups such as group:default/team-a`,
    );
  }
}

function refsOf(groups: DescribedGroup[]): string[] {
  return groups.flatMap(({ group: { team, teams } }) =>
    [...(team ? [team] : []), ...teams].map(({ id }) => id),
  );
}

/**
 * A team's group and the groups below it, or the group that contains the team.
 */
function groupsOf(groups: DescribedGroup[], team?: string): DescribedGroup[] {
  const top =
    groups.find(({ id }) => id === team) ??
    groups.find(({ group }) => group.teams.some(({ id }) => id === team));
  if (team === undefined || !top) {
    return team === undefined ? groups : [];
  }
  const within = new Set([top.id]);
  return groups.filter(({ id, parentId }) => {
    if (parentId !== undefined && within.has(parentId)) {
      within.add(id);
    }
    return within.has(id);
  });
}
