import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { HEADLINE } from '../samples';
import { Day } from '../time';

const TABLE = 'definitions';

interface DefinitionRow {
  metric: MetricId;
  version: number;
  from_day: number;
  text: string;
  parameters: string;
}

/** Stores all versions of each metric's definition. */
export class DefinitionStore {
  constructor(private readonly knex: Knex) {}

  /**
   * The version of a definition: the newest one if nothing changed, otherwise a
   * new one that applies from `day` on.
   */
  async ensure(definition: {
    metric: MetricId;
    text: string;
    parameters: string;
    day: Day;
  }): Promise<number> {
    const { metric, text, parameters, day } = definition;
    const newest = await this.#newest(metric);
    if (newest?.text === text && newest.parameters === parameters) {
      return newest.version;
    }
    const version = (newest?.version ?? 0) + 1;
    await this.knex(TABLE)
      .insert({ metric, version, from_day: day, text, parameters })
      .onConflict(['metric', 'version'])
      .ignore();
    return version;
  }

  /**
   * The first day with a version: the day of its first sample, even if
   * imported, or else the day on which it was stored.
   */
  async fromDay(metric: MetricId, version: number): Promise<Day | undefined> {
    const [sample, definition] = await Promise.all([
      this.knex('samples')
        .where({ metric, dimension: HEADLINE, member: '' })
        .where({ definition_version: version })
        .min({ day: 'day' })
        .first(),
      this.#version(metric, version),
    ]);
    return toOptionalNumber(sample?.day) ?? definition?.from_day;
  }

  /** The parameters of a version, as JSON. */
  async parametersOf(
    metric: MetricId,
    version: number,
  ): Promise<string | undefined> {
    return (await this.#version(metric, version))?.parameters;
  }

  #version(
    metric: MetricId,
    version: number,
  ): Promise<DefinitionRow | undefined> {
    return this.knex<DefinitionRow>(TABLE).where({ metric, version }).first();
  }

  #newest(metric: MetricId): Promise<DefinitionRow | undefined> {
    return this.knex<DefinitionRow>(TABLE)
      .where({ metric })
      .orderBy('version', 'desc')
      .first();
  }
}
