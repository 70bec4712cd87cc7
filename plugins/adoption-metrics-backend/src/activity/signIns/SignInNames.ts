import {
  Diagnostic,
  diagnosticOf,
  Finding,
  say,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { CatalogShapeStore, DeveloperStore } from '../../people';
import { Day, trailingDays } from '../../time';
import { ActivityStore } from '../ActivityStore';
import { WINDOW_DAYS } from '../dimensions';
import { foreignSignIns, signInDays, SignIns } from './signIns';
import { SignInShapeStore } from './SignInShapeStore';

/**
 * Warn if at least this many people, and this share, are not in the catalog.
 */
const FEWEST_OUTSIDERS = 5;
const NOTABLE_SHARE = 0.2;

const FIX = say('health.sign-in-names.fix');

/** Compares sign-in names with names in the catalog. */
export class SignInNames {
  constructor(
    private readonly options: {
      activity: Pick<ActivityStore, 'countActive'>;
      developers: Pick<DeveloperStore, 'countOn'>;
      shapes: Pick<SignInShapeStore, 'shapesOf'>;
      catalogShape: Pick<CatalogShapeStore, 'read'>;
    },
  ) {}

  /** Explains why sign-ins do not match the catalog. */
  async describe(
    { days, people, developers }: SignIns,
    { lastDay, users }: { lastDay: Day; users: number | undefined },
  ): Promise<Wording[]> {
    const who = developers === 0 ? 'none' : 'few';
    const seen =
      users === undefined
        ? say(`scorecard.note.sign-ins.${who}`, { people, days })
        : say(`scorecard.note.sign-ins.${who}-of`, {
            people,
            days,
            count: users,
          });
    return [seen, await this.#compare({ lastDay, days })];
  }

  /**
   * Whether sign-in names match the catalog. Covers closed days; on the very
   * first day, that day.
   */
  async check(today: Day): Promise<Diagnostic> {
    return diagnosticOf('sign-in-names', await this.#find(today));
  }

  async #find(today: Day): Promise<Finding> {
    const users = (await this.options.developers.countOn(today))?.developers;
    if (!users) {
      const detail = [say('health.sign-in-names.no-developers')];
      return { status: 'unknown', detail };
    }
    const closed = await this.#countAllThrough(today - 1);
    const isFirstDay = closed.every(({ people }) => people === 0);
    const lastDay = isFirstDay ? today : today - 1;
    const all = isFirstDay ? await this.#countAllThrough(today) : closed;
    const foreign = foreignSignIns(all);
    if (foreign) {
      const detail = await this.describe(foreign, { lastDay, users });
      return { status: 'problem', detail, fix: FIX };
    }
    return this.#judgeOutsiders(all, lastDay);
  }

  #countAllThrough(lastDay: Day): Promise<SignIns[]> {
    return Promise.all(
      signInDays.map(days => this.#countThrough(lastDay, days)),
    );
  }

  async #judgeOutsiders(all: SignIns[], lastDay: Day): Promise<Finding> {
    const { people, developers } = all.find(
      ({ days }) => days === WINDOW_DAYS,
    )!;
    const outsiders = people - developers;
    if (outsiders < FEWEST_OUTSIDERS || outsiders < people * NOTABLE_SHARE) {
      return { status: 'ok', detail: [say('health.sign-in-names.ok')] };
    }
    const comparison = await this.#compare({
      lastDay,
      days: WINDOW_DAYS,
    });
    return {
      status: 'warning',
      detail: [
        say('health.sign-in-names.outsiders', {
          outsiders,
          people,
          days: WINDOW_DAYS,
        }),
        comparison,
      ],
      fix: FIX,
    };
  }

  async #countThrough(day: Day, days: number): Promise<SignIns> {
    const { counted, total } = await this.options.activity.countActive(
      trailingDays(day, days),
      { day, everybody: false },
    );
    return { days, people: total, developers: counted };
  }

  async #compare({
    lastDay,
    days,
  }: {
    lastDay: Day;
    days: number;
  }): Promise<Wording> {
    const { shapes, catalogShape } = this.options;
    const [known, seen] = await Promise.all([
      catalogShape.read(),
      shapes.shapesOf(trailingDays(lastDay, days)),
    ]);
    const other = seen.find(shape => shape !== known);
    if (known === undefined || seen.length === 0) {
      return say('scorecard.note.names.unmatched');
    }
    return other === undefined
      ? say('scorecard.note.names.alike', { shape: `user:${known}` })
      : say('scorecard.note.names.other', {
          seen: `user:${other}`,
          known: `user:${known}`,
        });
  }
}
