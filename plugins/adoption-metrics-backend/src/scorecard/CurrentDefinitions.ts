import { Day } from '../time';
import { DefinitionStore } from './DefinitionStore';
import { MetricSource } from '../parts';

/** The version of each metric's definition that is in force. */
export class CurrentDefinitions {
  private constructor(
    private readonly inForce: Map<string, { version: number; fromDay: Day }>,
  ) {}

  /** Stores a new version of every definition that reads differently now. */
  static async establish(options: {
    store: DefinitionStore;
    metrics: MetricSource[];
    timeZone: string;
    today: Day;
  }): Promise<CurrentDefinitions> {
    const { store, metrics, timeZone, today } = options;
    const inForce = new Map<string, { version: number; fromDay: Day }>();
    for (const { id, definition, target } of metrics) {
      const version = await store.ensure({
        metric: id,
        text: definition,
        parameters: JSON.stringify({ target, timeZone }),
        day: today,
      });
      const fromDay = (await store.fromDay(id)) ?? today;
      inForce.set(id, { version, fromDay });
    }
    return new CurrentDefinitions(inForce);
  }

  versionOf({ id }: MetricSource): number {
    return this.inForce.get(id)!.version;
  }

  fromDay({ id }: MetricSource): Day {
    return this.inForce.get(id)!.fromDay;
  }
}
