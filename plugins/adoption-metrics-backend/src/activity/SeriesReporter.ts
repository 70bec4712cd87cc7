import { InputError, NotFoundError } from '@backstage/errors';
import {
  ActivityMeasure,
  ActivitySeries,
  SuppressionReason,
} from 'backstage-plugin-adoption-metrics-common';
import {
  describeDays,
  HEADLINE,
  pointsOf,
  Sample,
  SeriesRequest,
} from '../samples';
import { Interval } from '../time';
import { dimensions, METRIC } from './dimensions';
import { ReportSources } from './report';
import { readTeamShares } from './teamShares';
import { TeamTree } from './TeamTree';

/** Which series of active users to read. */
interface ActivitySeriesRequest extends SeriesRequest {
  measure: ActivityMeasure;
  /** Entity ref of one team. */
  team: string | undefined;
  /** Id of one plugin. */
  plugin: string | undefined;
}

/** The samples that may be shown, and why the newest may not. */
interface History {
  samples: Sample[];
  suppressed?: SuppressionReason;
}

const dimensionOfMeasure: Record<
  ActivityMeasure,
  [dimension: string, member: string]
> = {
  monthly: [HEADLINE, ''],
  weekly: [dimensions.days, '7'],
  daily: [dimensions.days, '1'],
  regular: [dimensions.regular, ''],
  stickiness: [dimensions.stickiness, ''],
};

/** Reads series of active users: of everybody, of a team, or of a plugin. */
export class SeriesReporter {
  constructor(private readonly sources: ReportSources) {}

  /**
   * @throws InputError if the request contradicts itself.
   * @throws NotFoundError if the team or the plugin is unknown.
   */
  async series(request: ActivitySeriesRequest): Promise<ActivitySeries> {
    checkDimension(request);
    const { days, measure, granularity, team, plugin } = request;
    const { samples, suppressed } = await this.#read(request);
    return {
      ...describeDays(this.sources, days),
      measure,
      granularity,
      team: team ?? null,
      plugin: plugin ?? null,
      points: pointsOf(suppressed ? [] : samples, request),
      ...(suppressed ? { suppressed } : {}),
    };
  }

  #read({ team, plugin, days, measure }: ActivitySeriesRequest) {
    if (team !== undefined) {
      return this.#ofTeam(team, days);
    }
    return plugin === undefined
      ? this.#ofMeasure(measure, days)
      : this.#ofPlugin(plugin, days);
  }

  async #ofMeasure(measure: ActivityMeasure, days: Interval): Promise<History> {
    const [dimension, member] = dimensionOfMeasure[measure];
    return { samples: await this.#history(days, dimension, [member]) };
  }

  async #ofTeam(entityRef: string, days: Interval): Promise<History> {
    const { uses, samples, minimumGroupSize } = this.sources;
    const tree = new TeamTree(await uses.teams());
    const team = tree.find(entityRef);
    const family = tree.familyOf(team).map(({ id }) => String(id));
    const rows = [
      ...(await samples.headlines(METRIC, days)),
      ...(await this.#history(days, dimensions.team, family)),
    ];
    const shares = [...Map.groupBy(rows, ({ day }) => day).values()]
      .map(ofDay => readTeamShares(ofDay, tree, minimumGroupSize).get(team.id))
      .filter(share => share !== undefined)
      .sort((a, b) => a.sample.day - b.sample.day);
    return {
      samples: shares
        .filter(({ suppressed }) => !suppressed)
        .map(({ sample }) => sample),
      suppressed: shares.at(-1)?.suppressed,
    };
  }

  async #ofPlugin(pluginId: string, days: Interval): Promise<History> {
    const ever = { from: 0, to: days.to };
    const rows = await this.#history(ever, dimensions.plugin, [pluginId]);
    if (rows.length === 0) {
      throw new NotFoundError(
        `No plugin '${pluginId}' has been used; accepted are plugin IDs such as catalog`,
      );
    }
    const within = rows.filter(({ day }) => day >= days.from);
    const isShown = ({ numerator = 0 }: Sample) =>
      numerator >= this.sources.minimumGroupSize;
    const newest = within.at(-1);
    return {
      samples: within.filter(isShown),
      suppressed: newest && !isShown(newest) ? 'too-few-people' : undefined,
    };
  }

  #history(
    days: Interval,
    dimension: string,
    members: string[],
  ): Promise<Sample[]> {
    return this.sources.samples.history({
      metric: METRIC,
      dimension,
      members,
      days,
    });
  }
}

function checkDimension({
  team,
  plugin,
  measure,
}: ActivitySeriesRequest): void {
  if (team !== undefined && plugin !== undefined) {
    throw new InputError(
      "'team' and 'plugin' are both given; accepted is only one of them",
    );
  }
  if ((team !== undefined || plugin !== undefined) && measure !== 'monthly') {
    throw new InputError(
      `'measure' is '${measure}'; with 'team' or 'plugin', accepted is 'monthly'`,
    );
  }
}
