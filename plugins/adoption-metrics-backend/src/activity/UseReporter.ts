import {
  PluginUse,
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { areComparable, describeDays, HEADLINE } from '../samples';
import { Day, trailingDays } from '../time';
import {
  dimensions,
  METRIC,
  TEAM_PLUGIN_MINIMUM,
  TEAM_PLUGIN_PREFIX,
  WINDOW_DAYS,
} from './dimensions';
import { lastPeriodEnd } from './periods';
import { describePlugins } from './pluginUse';
import { lastDayOf, ReportSources } from './report';
import { readTeamShares, TeamShare } from './teamShares';
import { TeamTree } from './TeamTree';
import { Team } from './UseStore';

/** The last days of two windows that are compared. */
export interface ComparedDays {
  lastDay: Day;
  before: Day;
}

type TeamRow = TeamUse['teams'][number];

/** Reports who used the portal by team and by plugin, over 28 closed days. */
export class UseReporter {
  constructor(private readonly sources: ReportSources) {}

  /** @param compared - 28 days apart by default */
  async teams(compared?: ComparedDays): Promise<TeamUse> {
    const { uses, minimumGroupSize } = this.sources;
    const { lastDay, before: earlier } = compared ?? (await this.#windows());
    const tree = new TeamTree(await uses.teams());
    const [now, before] = await Promise.all([
      this.#teamShares(lastDay, tree),
      this.#teamShares(earlier, tree),
    ]);
    const rows = tree.teams.flatMap(team => {
      const share = now.get(team.id);
      return share
        ? [toTeamRow({ team, tree }, share, before.get(team.id))]
        : [];
    });
    return { ...this.#window(lastDay), minimumGroupSize, teams: rows };
  }

  /** @param compared - 28 days apart by default */
  async plugins(compared?: ComparedDays): Promise<PluginUse> {
    const { minimumGroupSize } = this.sources;
    const { lastDay, before: earlier } = compared ?? (await this.#windows());
    const [now, before] = await Promise.all([
      this.#pluginSamples(lastDay),
      this.#pluginSamples(earlier),
    ]);
    const plugins = describePlugins(now, before, minimumGroupSize);
    return { ...this.#window(lastDay), minimumGroupSize, plugins };
  }

  /**
   * Measured at the ends of weeks.
   *
   * @param team - the entity ref of one team, whose teams are included
   * @throws NotFoundError if there is no such team.
   */
  async teamPlugins(team?: string): Promise<TeamPluginUse> {
    const { samples, uses, minimumGroupSize: configured } = this.sources;
    const lastDay = lastPeriodEnd(await lastDayOf(this.sources), 'week');
    const tree = new TeamTree(await uses.teams());
    const top = team === undefined ? undefined : tree.find(team);
    const ids = tree.teams
      .filter(each => !top || tree.isWithin(each, top))
      .map(each => dimensions.teamPlugin(each.id));
    const wanted = new Set(ids);
    const minimumGroupSize = Math.max(TEAM_PLUGIN_MINIMUM, configured);
    const cells = (await samples.ofDay(METRIC, lastDay)).filter(
      ({ dimension, numerator = 0 }) =>
        wanted.has(dimension) && numerator >= minimumGroupSize,
    );
    return {
      ...this.#window(lastDay),
      minimumGroupSize,
      cells: cells.map(({ dimension, member, numerator = 0 }) => ({
        teamId: tree.refOf(Number(dimension.slice(TEAM_PLUGIN_PREFIX.length)))!,
        pluginId: member,
        people: numerator,
      })),
    };
  }

  async #windows(): Promise<ComparedDays> {
    const lastDay = await lastDayOf(this.sources);
    return { lastDay, before: lastDay - WINDOW_DAYS };
  }

  async #teamShares(day: Day, tree: TeamTree) {
    const { samples, minimumGroupSize } = this.sources;
    const rows = await samples.ofDay(METRIC, day, [HEADLINE, dimensions.team]);
    return readTeamShares(rows, tree, minimumGroupSize);
  }

  #pluginSamples(day: Day) {
    const shown = [dimensions.plugin, dimensions.pluginActions];
    return this.sources.samples.ofDay(METRIC, day, shown);
  }

  #window(lastDay: Day) {
    return describeDays(this.sources, trailingDays(lastDay, WINDOW_DAYS));
  }
}

function toTeamRow(
  { team, tree }: { team: Team; tree: TeamTree },
  { sample, suppressed }: TeamShare,
  before: TeamShare | undefined,
): TeamRow {
  const row = {
    id: team.entityRef,
    name: team.name,
    parentId: tree.parentOf(team)?.entityRef ?? null,
    developers: sample.denominator ?? 0,
  };
  if (suppressed) {
    const hidden = { active: null, share: null, previousShare: null };
    return { ...row, ...hidden, suppressed };
  }
  const comparable =
    before && !before.suppressed && areComparable(sample, before.sample);
  return {
    ...row,
    active: sample.numerator ?? null,
    share: sample.value ?? null,
    previousShare: (comparable ? before.sample.value : undefined) ?? null,
  };
}
