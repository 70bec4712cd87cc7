import { ConflictError, InputError } from '@backstage/errors';
import {
  DecisionAnswers,
  DecisionQuestion,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { notAccepted } from '../../http';
import { addPeriod, Day, formatDay, ReportingZone } from '../../time';
import { PublishedReader } from '../published';
import { Answer, Answers, AnswersReader } from './Answers';
import { AnswerStore, StoredAnswer } from './AnswerStore';
import { ConfiguredAnswers } from './config';
import {
  acceptedBy,
  isAnswer,
  QuestionRow,
  questionIds,
  questions,
  QuestionUnit,
} from './questions';

const KEY = 'adoptionMetrics.decision.answers';
const READINESS = 'readiness.';

/** A decision never rests on an answer of long ago. */
const VALID_FOR = 'P1Y';

/** Values by question; null takes an answer back. */
export type GivenAnswers = Record<string, string | number | boolean | null>;

/** A question, and what was answered last. */
interface Asked {
  id: string;
  row: QuestionRow;
  answer?: Answer<unknown>;
}

/** Asks what nobody can measure, and knows what was answered last. */
export class AnswerService implements AnswersReader {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      published: PublishedReader;
      configured: ConfiguredAnswers;
      store: Pick<AnswerStore, 'read' | 'readEarlier' | 'add'>;
    },
  ) {}

  async read(): Promise<Answers> {
    const asked = await this.#asked();
    const [readiness, others] = [true, false].map(isReadiness =>
      asked
        .filter(({ id }) => id.startsWith(READINESS) === isReadiness)
        .map(({ id, answer }) => [id.replace(READINESS, ''), answer] as const)
        .filter(([, answer]) => answer !== undefined),
    );
    return {
      values: Object.fromEntries(others) as Answers['values'],
      readiness: Object.fromEntries(readiness) as Answers['readiness'],
    };
  }

  /** @param mayAnswer - whether whoever asks may answer */
  async report(mayAnswer: boolean): Promise<DecisionAnswers> {
    const { published, zone, store } = this.options;
    const { currency } = await published.read();
    const asked = await this.#asked();
    const earlier = await store.readEarlier();
    return {
      timeZone: zone.name,
      currency,
      mayAnswer,
      questions: asked.map(each => ({
        ...formatQuestion(each, currency),
        earlier: (earlier.get(each.id) ?? []).map(answer =>
          formatEarlier(answer, zone),
        ),
      })),
    };
  }

  /**
   * Stores answers, all of them or none.
   *
   * @throws InputError if one is not accepted; ConflictError if the
   *   configuration answers one of the questions
   */
  async answer(
    given: GivenAnswers,
    act: Pick<StoredAnswer, 'note' | 'at' | 'by'>,
  ): Promise<void> {
    const asked = await this.#asked();
    const rows = new Map(asked.map(({ id, row }) => [id, row]));
    const answers = Object.entries(given).map(([id, value]) => {
      this.#check({ id, value }, rows);
      const stored = value === null ? act : { value, ...act };
      return [id, stored] as const;
    });
    await this.options.store.add(new Map(answers));
  }

  #check(
    { id, value }: { id: string; value: unknown },
    rows: Map<string, QuestionRow>,
  ): void {
    const row = rows.get(id);
    if (!row) {
      const accepted = [...rows.keys()].join(', ');
      throw new InputError(refusalOf("field 'answers': a name", id, accepted));
    }
    if (this.#configuredValue(id) !== undefined) {
      throw new ConflictError(
        `'${id}' is set by ${KEY} in the configuration; change it there`,
      );
    }
    if (value !== null && !isAnswer(row, value)) {
      throw notAccepted(`answers.${id}`, value, acceptedBy(row), 'body');
    }
  }

  async #asked(): Promise<Asked[]> {
    const { published, store } = this.options;
    const { readiness } = await published.read();
    const stored = await store.read();
    const rows: Array<Omit<Asked, 'answer'>> = [
      ...questionIds.map(id => ({ id, row: questions[id] })),
      ...readiness.questions.map(({ id, text }) => ({
        id: `${READINESS}${id}`,
        row: { text, kind: 'yes-no' as const },
      })),
    ];
    return rows.map(({ id, row }) => {
      const answer = this.#answerTo(id, row, stored.get(id));
      return answer ? { id, row, answer } : { id, row };
    });
  }

  #answerTo(
    id: string,
    row: QuestionRow,
    stored: StoredAnswer | undefined,
  ): Answer<unknown> | undefined {
    const { configured, zone } = this.options;
    const value = this.#configuredValue(id);
    if (value !== undefined) {
      const dated = this.#dated(configured.answeredOn);
      return { value, from: 'configuration', ...dated };
    }
    // What a question accepts may have changed since.
    if (!stored || !isAnswer(row, stored.value)) {
      return undefined;
    }
    return {
      value: stored.value,
      from: 'page',
      ...this.#dated(zone.dayOf(stored.at)),
      ...(stored.by !== undefined && { answeredBy: stored.by }),
      ...(stored.note !== undefined && { note: stored.note }),
    };
  }

  #configuredValue(id: string): unknown {
    const { readiness, answeredOn: _, ...values } = this.options.configured;
    return id.startsWith(READINESS)
      ? readiness[id.slice(READINESS.length)]
      : values[id as keyof typeof values];
  }

  #dated(
    answeredOn: Day | undefined,
  ): Pick<Answer<unknown>, 'answeredOn' | 'staleOn' | 'isStale'> {
    if (answeredOn === undefined) {
      return { isStale: false };
    }
    const { clock, zone } = this.options;
    const staleOn = addPeriod(answeredOn, VALID_FOR)!;
    const isStale = zone.dayOf(clock.now()) >= staleOn;
    return { answeredOn, staleOn, isStale };
  }
}

function formatQuestion(
  { id, row, answer }: Asked,
  currency: string,
): Omit<DecisionQuestion, 'earlier'> {
  const { answeredOn, staleOn } = answer ?? {};
  return {
    id,
    text: row.text,
    kind: row.kind,
    ...limitsOf(row, currency),
    state: stateOf(answer),
    value: (answer?.value ?? null) as DecisionQuestion['value'],
    note: answer?.note ?? null,
    from: answer?.from ?? null,
    answeredOn: answeredOn === undefined ? null : formatDay(answeredOn),
    answeredBy: answer?.answeredBy ?? null,
    staleOn: staleOn === undefined ? null : formatDay(staleOn),
  };
}

function formatEarlier(
  { value, note, at, by }: StoredAnswer,
  zone: ReportingZone,
): DecisionQuestion['earlier'][number] {
  return {
    value: (value ?? null) as DecisionQuestion['value'],
    note: note ?? null,
    answeredOn: formatDay(zone.dayOf(at)),
    answeredBy: by ?? null,
  };
}

function limitsOf(
  row: QuestionRow,
  currency: string,
): Pick<DecisionQuestion, 'unit' | 'choices' | 'least' | 'most'> {
  const none = { unit: null, choices: [], least: null, most: null };
  switch (row.kind) {
    case 'choice':
      return { ...none, choices: [...row.choices] };
    case 'number':
      return {
        unit: unitOf(row.unit, currency),
        choices: [],
        least: 0,
        most: row.most,
      };
    default:
      return none;
  }
}

function unitOf(unit: QuestionUnit, currency: string): string {
  return unit === 'money/year' ? `${currency} a year` : unit;
}

function stateOf(
  answer: Answer<unknown> | undefined,
): DecisionQuestion['state'] {
  if (!answer) {
    return 'unanswered';
  }
  return answer.isStale ? 'stale' : 'answered';
}
