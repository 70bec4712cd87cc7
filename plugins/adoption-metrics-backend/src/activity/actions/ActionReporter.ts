import {
  ActionKind,
  actionKinds,
  ActionUse,
} from 'backstage-plugin-adoption-metrics-common';
import { formatDay } from '../../time';
import { describePeriod } from '../describePeriod';
import { dimensions, METRIC } from '../dimensions';
import {
  AskedPeriod,
  MeasuredPeriod,
  PublishedPeriodReader,
} from '../PublishedPeriodReader';
import { lastDayOf, ReportSources, sumByMember } from '../report';
import { ActionStore } from './ActionStore';

/** Number of actions and people in a period, by kind of action. */
interface PeriodNumbers {
  uses: ReadonlyMap<string, number>;
  /** Undefined if the organization is not broken down. */
  people: ReadonlyMap<string, number> | undefined;
}

const unknown = { uses: null, people: null };

/** Reports actions that are counted separately, such as runs of templates. */
export class ActionReporter {
  readonly #reader: PublishedPeriodReader;

  constructor(
    private readonly sources: ReportSources & { actions: ActionStore },
  ) {
    this.#reader = new PublishedPeriodReader(sources);
  }

  /**
   * @throws InputError if no period begins on that day
   * @throws NotFoundError if the period is still open, or was never broken down
   */
  async actions(asked: AskedPeriod): Promise<ActionUse> {
    const found = await this.#reader.find(asked);
    const before = found && (await this.#reader.before(found));
    const lastDay = await lastDayOf(this.sources);
    const firstDays = await this.sources.actions.firstDays(lastDay);
    const now = found && (await this.#numbers(found));
    const then = before && (await this.#numbers(before));
    return {
      ...describePeriod(asked, found, this.sources),
      actions: actionKinds.map(kind => {
        const first = firstDays.get(kind);
        // Kinds that were never reported are unknown, not zero.
        const of = (numbers: PeriodNumbers | undefined) =>
          first === undefined ? unknown : countsOf(kind, numbers);
        return {
          id: kind,
          firstSeenOn: first === undefined ? null : formatDay(first),
          uses: of(now).uses,
          previousUses: of(then).uses,
          people: of(now).people,
          previousPeople: of(then).people,
        };
      }),
    };
  }

  async #numbers(period: MeasuredPeriod): Promise<PeriodNumbers> {
    const { unit, days, status } = period;
    const samplesOf = async (dimension: string) =>
      sumByMember(
        await this.sources.samples.ofDay(METRIC, days.to - 1, [dimension]),
      );
    return {
      uses: await samplesOf(dimensions.kindUses(unit)),
      people:
        status === 'published'
          ? await samplesOf(dimensions.kindPeople(unit))
          : undefined,
    };
  }
}

function countsOf(kind: ActionKind, numbers: PeriodNumbers | undefined) {
  return numbers
    ? {
        uses: numbers.uses.get(kind) ?? 0,
        people: numbers.people ? numbers.people.get(kind) ?? 0 : null,
      }
    : unknown;
}
