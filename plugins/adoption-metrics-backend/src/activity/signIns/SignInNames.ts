import {
  Diagnostic,
  writeCount,
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

const FIX =
  'Configure the sign-in resolver to return the names of users in the catalog, or import users under their sign-in names. Identities that were counted under other names can be merged.';

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
  ): Promise<string> {
    const who = developers === 0 ? 'None of the' : 'At most one in ten of the';
    const has =
      users === undefined
        ? ''
        : `, which has ${writeCount(users, 'developer', 'developers')}`;
    return `${who} ${people} people who used the portal in the last ${days} days are developers in the catalog${has}. ${await this.#compare(
      { lastDay, days },
    )}`;
  }

  /**
   * Whether sign-in names match the catalog. Covers closed days; on the very
   * first day, that day.
   */
  async check(today: Day): Promise<Diagnostic> {
    const base = { id: 'sign-in-names', label: 'Sign-in names' };
    const users = (await this.options.developers.countOn(today))?.developers;
    if (!users) {
      const detail = 'No user in the catalog counts as a developer yet.';
      return { ...base, status: 'unknown', detail };
    }
    const closed = await this.#countAllThrough(today - 1);
    const isFirstDay = closed.every(({ people }) => people === 0);
    const lastDay = isFirstDay ? today : today - 1;
    const all = isFirstDay ? await this.#countAllThrough(today) : closed;
    const foreign = foreignSignIns(all);
    if (foreign) {
      const detail = await this.describe(foreign, { lastDay, users });
      return { ...base, status: 'problem', detail, fix: FIX };
    }
    return { ...base, ...(await this.#judgeOutsiders(all, lastDay)) };
  }

  #countAllThrough(lastDay: Day): Promise<SignIns[]> {
    return Promise.all(
      signInDays.map(days => this.#countThrough(lastDay, days)),
    );
  }

  async #judgeOutsiders(
    all: SignIns[],
    lastDay: Day,
  ): Promise<Pick<Diagnostic, 'status' | 'detail' | 'fix'>> {
    const { people, developers } = all.find(
      ({ days }) => days === WINDOW_DAYS,
    )!;
    const outsiders = people - developers;
    if (outsiders < FEWEST_OUTSIDERS || outsiders < people * NOTABLE_SHARE) {
      const detail = 'Sign-in names match users in the catalog.';
      return { status: 'ok', detail };
    }
    const comparison = await this.#compare({
      lastDay,
      days: WINDOW_DAYS,
    });
    return {
      status: 'warning',
      detail: `${outsiders} of the ${people} people who used the portal in the last ${WINDOW_DAYS} days are not in the catalog and don't count. ${comparison}`,
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

  async #compare({ lastDay, days }: { lastDay: Day; days: number }) {
    const { shapes, catalogShape } = this.options;
    const [known, seen] = await Promise.all([
      catalogShape.read(),
      shapes.shapesOf(trailingDays(lastDay, days)),
    ]);
    const other = seen.find(shape => shape !== known);
    if (known === undefined || seen.length === 0) {
      return 'Their sign-in names do not match the names in the catalog.';
    }
    return other === undefined
      ? `Sign-in names and catalog names both look like user:${known}, but do not match.`
      : `They sign in as user:${other}; users in the catalog are called user:${known}.`;
  }
}
