import { DeveloperStore } from '../people';
import { Measurement, SampleStore } from '../samples';
import { Day, startOfPeriod } from '../time';
import { ActionStore } from './actions';
import { ActivityStore } from './ActivityStore';
import { JoiningStore } from './joining/JoiningStore';
import { measureJoining } from './joining/measureJoining';
import { LifecycleStore } from './LifecycleStore';
import { MeasuredDay } from './MeasuredDay';
import { measureOptOuts, measurePeople } from './measurePeople';
import { measurePeriods } from './measurePeriods';
import { measureUse } from './measureUse';
import { firstDayBehind } from './periods';
import { FrozenPeriodStore, PeriodFreezer } from './publishing';
import { SilenceService } from './silence';
import { measureSignIns, withholdForeign } from './signIns';
import { UseStore } from './UseStore';

/** Takes all samples of activity for a closed day. */
export class ActiveUsersMeasurer {
  constructor(
    private readonly options: {
      activity: ActivityStore;
      uses: UseStore;
      actions: ActionStore;
      lifecycle: LifecycleStore;
      joining: JoiningStore;
      developers: DeveloperStore;
      samples: SampleStore;
      periods: FrozenPeriodStore;
      freezer: PeriodFreezer;
      today(): Day;
      silence: Pick<SilenceService, 'close' | 'observed'>;
      /** A configured number of developers, instead of the catalog's. */
      headCount: number | undefined;
      /** Breakdowns only show groups with at least this many people. */
      minimumGroupSize: number;
      /** The first day for which all data of a retention rule is available. */
      heldFrom(
        rule: 'personDays' | 'personPluginDays' | 'frozenMembers',
      ): Promise<Day | undefined>;
    },
  ) {}

  /** The headline and all other samples of a day. */
  async measure(day: Day): Promise<Measurement[]> {
    const { activity, samples, freezer } = this.options;
    await freezer.freeze(day);
    const measured = await this.#observe(day);
    return withholdForeign([
      ...(await measurePeople(measured, activity)),
      ...(await measureOptOuts(measured, { activity, samples })),
      ...(await measureSignIns(measured, activity)),
      ...(await measureUse(measured, this.options)),
      ...(await measurePeriods(measured, this.options)),
      ...(await this.#measureJoining(measured)),
    ]);
  }

  /** Whether all activity that a day's samples depend on is still available. */
  async canMeasure(day: Day): Promise<boolean> {
    const heldFrom = await this.options.heldFrom('personDays');
    return heldFrom === undefined || firstDayBehind(day) >= heldFrom;
  }

  /**
   * Prepares new or changed days, four-week periods that have begun, and
   * joining ranges that are over. Done before any day is measured, because days
   * are measured in any order.
   *
   * @returns days that were judged differently before, on whether they were
   * observed
   */
  async prepare(days: Day[]): Promise<Day[]> {
    await this.options.freezer.freeze(this.options.today());
    for (const day of days) {
      await this.options.lifecycle.noteActivity(day);
    }
    await this.#closeRanges(Math.max(...days));
    return this.options.silence.close(days);
  }

  async #closeRanges(lastDay: Day): Promise<void> {
    const { joining, minimumGroupSize } = this.options;
    if (lastDay > -Infinity) {
      const monday = startOfPeriod(lastDay + 1, 'week');
      await joining.closeRanges(monday, minimumGroupSize);
    }
  }

  async #measureJoining(measured: MeasuredDay): Promise<Measurement[]> {
    const { joining, samples, heldFrom } = this.options;
    return measureJoining(measured, {
      joining,
      samples,
      heldFrom: await heldFrom('personDays'),
    });
  }

  async #observe(day: Day): Promise<MeasuredDay> {
    const { silence, developers, headCount } = this.options;
    const [observed, count] = await Promise.all([
      silence.observed({ from: firstDayBehind(day), to: day + 1 }),
      developers.countOn(day),
    ]);
    return new MeasuredDay({
      day,
      headCount,
      developers: headCount ?? count?.developers,
      observed,
    });
  }
}
