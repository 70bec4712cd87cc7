import {
  BreakdownGranularity,
  PluginUse,
  TeamPluginUse,
  TeamUse,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { dimensions, METRIC } from './dimensions';
import { lastDayOf, ReportSources } from './report';
import { TeamTree } from './TeamTree';

/** Which closed period is asked for. */
export interface AskedPeriod {
  granularity: BreakdownGranularity;
  /** First day, `YYYY-MM-DD`; the last closed period if left out. */
  period?: string;
}

/** Which closed period of which teams is asked for. */
interface AskedTeams extends AskedPeriod {
  team?: string;
}

/** Reports who used the portal by team and by plugin, in closed periods. */
export class UseReporter {
  constructor(private readonly sources: ReportSources) {}

  async teams(asked: AskedPeriod): Promise<TeamUse> {
    return { ...this.#period(asked), groups: [] };
  }

  async plugins(asked: AskedPeriod): Promise<PluginUse> {
    return { ...this.#period(asked), plugins: [] };
  }

  /**
   * @param team - entity ref of one team, whose teams are included
   * @throws NotFoundError if there is no such team.
   */
  async teamPlugins({ team, ...asked }: AskedTeams): Promise<TeamPluginUse> {
    if (team !== undefined) {
      new TeamTree(await this.sources.uses.teams()).find(team);
    }
    return { ...this.#period(asked), cells: [] };
  }

  /** Plugins that anybody used on the last 28 closed days. */
  async usedPlugins(): Promise<string[]> {
    const { samples } = this.sources;
    const lastDay = await lastDayOf(this.sources);
    const used = await samples.ofDay(METRIC, lastDay, [dimensions.plugin]);
    return used.map(({ member }) => member);
  }

  // Nothing is measured by closed periods yet.
  #period({ granularity }: AskedPeriod) {
    const { clock, zone, minimumGroupSize } = this.sources;
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      granularity,
      status: 'no-closed-period' as const,
      from: null,
      to: null,
      minimumGroupSize,
      population: null,
    };
  }
}
