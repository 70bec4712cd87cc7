import { NotFoundError } from '@backstage/errors';
import {
  Choice,
  ChoiceRequest,
  ChosenOption,
  genericChoices,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { AnnotationStore, DecidedAnnotation, pastDay } from '../../deadline';
import { notAccepted } from '../../http';
import { formatDay, formatInstant, ReportingZone } from '../../time';
import { PublishedReader } from '../published';

/** What can be decided whatever options there are. */
const generic: Record<(typeof genericChoices)[number], string> = {
  stay: 'Stay and extend the deadline',
  stop: 'Stop',
};

/**
 * Records what was decided. Everybody who sees the metrics sees it: it is an
 * annotation of its day, with the option and its title of that time.
 */
export class ChoiceService {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      published: PublishedReader;
      annotations: AnnotationStore;
    },
  ) {}

  /** What can be decided for. */
  async choosable(): Promise<ChosenOption[]> {
    const { options } = await this.options.published.read();
    return [
      ...options.map(({ id, title }) => ({ id, title })),
      ...genericChoices.map(id => ({ id, title: generic[id] })),
    ];
  }

  /** The latest day first. */
  async list(): Promise<Choice[]> {
    return (await this.options.annotations.decisions()).map(formatChoice);
  }

  /**
   * @throws InputError unless that can be decided for, on a day that has begun
   */
  async record(
    { day, option, text }: ChoiceRequest,
    signature: string,
  ): Promise<Choice> {
    const { clock, zone, annotations } = this.options;
    const now = clock.now();
    const decided = {
      day: pastDay(day, zone.dayOf(now)),
      text,
      decision: await this.#optionOf(option),
      writtenAt: now,
      writtenBy: signature,
    };
    const { id } = await annotations.add(decided);
    return formatChoice({ id, ...decided });
  }

  /** @throws NotFoundError if there is no such decision */
  async remove(id: number): Promise<void> {
    const { annotations } = this.options;
    const found = await annotations.byId(id);
    if (!found?.decision || !(await annotations.remove(id))) {
      throw new NotFoundError(`There is no decision ${id}`);
    }
  }

  async #optionOf(option: string): Promise<ChosenOption> {
    const choosable = await this.choosable();
    const found = choosable.find(({ id }) => id === option);
    if (!found) {
      const accepted = choosable.map(({ id }) => id).join(', ');
      throw notAccepted('option', option, accepted, 'body');
    }
    return found;
  }
}

function formatChoice(stored: DecidedAnnotation): Choice {
  const { id, day, text, decision, writtenAt, writtenBy } = stored;
  return {
    id,
    day: formatDay(day),
    option: decision,
    text,
    writtenAt: formatInstant(writtenAt),
    writtenBy: writtenBy ?? null,
  };
}
