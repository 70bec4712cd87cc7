import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { Day } from '../time';

const TABLE = 'definitions';

interface DefinitionRow {
  metric: MetricId;
  version: number;
  from_day: number;
  text: string;
  parameters: string;
}

/** Keeps what each metric has meant, version by version. */
export class DefinitionStore {
  constructor(private readonly knex: Knex) {}

  /**
   * The version of a definition: the newest one if it says the same, else a
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

  async fromDay(metric: MetricId): Promise<Day | undefined> {
    return (await this.#newest(metric))?.from_day;
  }

  #newest(metric: MetricId): Promise<DefinitionRow | undefined> {
    return this.knex<DefinitionRow>(TABLE)
      .where({ metric })
      .orderBy('version', 'desc')
      .first();
  }
}
