import { inEnglish, Target } from 'backstage-plugin-adoption-metrics-common';
import { MetricSource } from '../parts';
import { Sample } from '../samples';
import { Day } from '../time';
import { DefinitionStore } from './DefinitionStore';

/** Parameters that a metric is judged by. */
interface Parameters {
  target: Target;
  timeZone: string;
}

/** The current version of each metric's definition. */
export class CurrentDefinitions {
  private constructor(
    private readonly store: DefinitionStore,
    private readonly inForce: Map<string, number>,
  ) {}

  /** Stores a new version of every definition that has changed. */
  static async establish(options: {
    store: DefinitionStore;
    metrics: MetricSource[];
    timeZone: string;
    today: Day;
  }): Promise<CurrentDefinitions> {
    const { store, metrics, timeZone, today } = options;
    const inForce = new Map<string, number>();
    for (const { id, definition, target } of metrics) {
      const parameters: Parameters = { target, timeZone };
      const version = await store.ensure({
        metric: id,
        text: inEnglish(definition),
        parameters: JSON.stringify(parameters),
        day: today,
      });
      inForce.set(id, version);
    }
    return new CurrentDefinitions(store, inForce);
  }

  versionOf({ id }: MetricSource): number {
    return this.inForce.get(id)!;
  }

  /** The first day with this version. */
  fromDay(metric: MetricSource): Promise<Day | undefined> {
    return this.store.fromDay(metric.id, this.versionOf(metric));
  }

  /** The target that a sample was judged by; the current one by default. */
  async targetOf(
    { id, target }: MetricSource,
    sample: Pick<Sample, 'definitionVersion'> | undefined,
  ): Promise<Target> {
    const parameters =
      sample && (await this.store.parametersOf(id, sample.definitionVersion));
    const known: Partial<Parameters> = JSON.parse(parameters ?? '{}');
    return known.target ?? target;
  }
}
