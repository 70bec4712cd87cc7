import { Day } from '../time';
import { DeveloperStore } from './DeveloperStore';
import { PeopleStore } from './PeopleStore';
import { Pseudonymizer } from './pseudonym';
import { isSuddenFall } from './suddenFall';

/**
 * What became of one reading of the organisation. `empty` and `held` leave the
 * developers as they were.
 */
export type DeveloperCollection =
  | { status: 'collected'; developers: number; excluded: number }
  | { status: 'held'; developers: number; previously: number }
  | { status: 'empty' };

/** Turns a reading of the organisation into the developers of a day. */
export class DeveloperCollector {
  readonly #excluded: Set<string>;

  constructor(
    private readonly options: {
      people: PeopleStore;
      developers: DeveloperStore;
      pseudonymize: Pseudonymizer;
      exclude: string[];
    },
  ) {
    this.#excluded = new Set(options.exclude);
  }

  async collect(entityRefs: string[], day: Day): Promise<DeveloperCollection> {
    if (entityRefs.length === 0) {
      return { status: 'empty' };
    }
    const counted = entityRefs.filter(ref => !this.#excluded.has(ref));
    const previous = await this.options.developers.countOn(day);
    if (previous && isSuddenFall(previous, counted.length)) {
      await this.options.developers.hold(day);
      const previously = previous.developers;
      return { status: 'held', developers: counted.length, previously };
    }
    return this.#replace(counted, {
      day,
      excluded: entityRefs.length - counted.length,
    });
  }

  async #replace(
    entityRefs: string[],
    count: { day: Day; excluded: number },
  ): Promise<DeveloperCollection> {
    const { people, developers, pseudonymize } = this.options;
    const ids = await people.ensureIds(entityRefs.map(pseudonymize));
    await developers.replaceDevelopers([...ids.values()], count);
    return {
      status: 'collected',
      developers: ids.size,
      excluded: count.excluded,
    };
  }
}
