import { Day } from '../time';
import { DefinitionStore } from './DefinitionStore';
import { FigureSource } from '../parts';

/** The version of each figure's definition that is in force. */
export class CurrentDefinitions {
  private constructor(
    private readonly inForce: Map<string, { version: number; fromDay: Day }>,
  ) {}

  /** Stores a new version of every definition that reads differently now. */
  static async establish(options: {
    store: DefinitionStore;
    figures: FigureSource[];
    timeZone: string;
    today: Day;
  }): Promise<CurrentDefinitions> {
    const { store, figures, timeZone, today } = options;
    const inForce = new Map<string, { version: number; fromDay: Day }>();
    for (const { metric, definition, target } of figures) {
      const version = await store.ensure({
        metric,
        text: definition,
        parameters: JSON.stringify({ target, timeZone }),
        day: today,
      });
      const fromDay = (await store.fromDay(metric)) ?? today;
      inForce.set(metric, { version, fromDay });
    }
    return new CurrentDefinitions(inForce);
  }

  versionOf({ metric }: FigureSource): number {
    return this.inForce.get(metric)!.version;
  }

  fromDay({ metric }: FigureSource): Day {
    return this.inForce.get(metric)!.fromDay;
  }
}
