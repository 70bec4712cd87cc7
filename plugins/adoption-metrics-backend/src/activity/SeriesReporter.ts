import { InputError, NotFoundError } from '@backstage/errors';
import {
  ActivityGranularity,
  ActivityMeasure,
  ActivitySeries,
} from 'backstage-plugin-adoption-metrics-common';
import { describeDays, HEADLINE, pointsOf } from '../samples';
import { Interval } from '../time';
import { dimensions, METRIC } from './dimensions';
import { ReportSources } from './report';
import { TeamTree } from './TeamTree';

/** Which series of active users to read. */
interface ActivitySeriesRequest {
  days: Interval;
  /** Not of a team or a plugin. */
  measure?: ActivityMeasure;
  /** By default days, and four weeks of a team or a plugin. */
  granularity?: ActivityGranularity;
  /** Entity ref of one team. */
  team?: string;
  /** Id of one plugin. */
  plugin?: string;
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
    const { days, measure = 'monthly', granularity = 'day' } = request;
    if (request.team !== undefined || request.plugin !== undefined) {
      return this.#ofPart(request);
    }
    const [dimension, member] = dimensionOfMeasure[measure];
    const samples = await this.sources.samples.history({
      metric: METRIC,
      dimension,
      members: [member],
      days,
    });
    return {
      ...describeDays(this.sources, days),
      measure,
      granularity,
      team: null,
      plugin: null,
      points: pointsOf(samples, { days, granularity }),
      status: 'published',
    };
  }

  // Nothing is measured by closed periods yet.
  async #ofPart(request: ActivitySeriesRequest): Promise<ActivitySeries> {
    const { days, granularity = 'four-weeks', team, plugin } = request;
    if (team === undefined) {
      throw new NotFoundError(
        `No plugin '${plugin}' has been used; accepted are plugin IDs such as catalog`,
      );
    }
    new TeamTree(await this.sources.uses.teams()).find(team);
    return {
      ...describeDays(this.sources, days),
      measure: null,
      granularity,
      team,
      plugin: null,
      points: pointsOf([], { days, granularity }),
      status: 'no-closed-period',
    };
  }
}

function checkDimension(request: ActivitySeriesRequest): void {
  const { team, plugin, measure, granularity } = request;
  if (team !== undefined && plugin !== undefined) {
    throw new InputError(
      "'team' and 'plugin' are both given; accepted is only one of them",
    );
  }
  if (team === undefined && plugin === undefined) {
    return;
  }
  if (measure !== undefined) {
    throw new InputError(
      "'measure' is given with 'team' or 'plugin'; accepted is only one of them",
    );
  }
  if (granularity === 'day' || granularity === 'month') {
    throw new InputError(
      `'granularity' is '${granularity}'; with 'team' or 'plugin', accepted are week, four-weeks`,
    );
  }
}
