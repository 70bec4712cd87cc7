import loadHighs, { Highs } from 'highs';
import {
  Fact,
  Knowledge,
  peopleOf,
  Question,
  Range,
  Relation,
} from './knowledge';

type Term = [factor: number, variable: string];

/**
 * People in the same groups cannot be told apart, so that one whole number
 * stands for how many of them did a thing.
 */
class Program {
  readonly #classes: number[][];
  readonly #abouts: string[];
  readonly #rows: string[] = [];
  readonly #switches: string[] = [];

  constructor(everything: Knowledge, private readonly asked: Question) {
    const knowledge = relevant(everything, asked);
    this.#abouts = aboutsOf(knowledge, asked);
    this.#classes = classesOf(knowledge, asked);
    knowledge.facts.forEach((fact, index) => this.#addFact(fact, index));
    knowledge.relations.forEach(relation => this.#addRelation(relation));
  }

  minimize(): string {
    return this.#write('Minimize');
  }

  maximize(): string {
    return this.#write('Maximize');
  }

  #write(direction: 'Minimize' | 'Maximize'): string {
    const variables = this.#abouts.flatMap(about =>
      this.#classes.map((people, index) => ({
        name: this.#name(about, index),
        most: people.length,
      })),
    );
    return [
      direction,
      ` asked: ${write(this.#sum(this.asked))}`,
      'Subject To',
      ...this.#rows,
      'Bounds',
      ...variables.map(({ name, most }) => ` 0 <= ${name} <= ${most}`),
      'General',
      ` ${variables.map(({ name }) => name).join('\n ')}`,
      ...(this.#switches.length > 0
        ? ['Binary', ` ${this.#switches.join(' ')}`]
        : []),
      'End',
    ].join('\n');
  }

  #addFact({ about, people, count }: Fact, index: number): void {
    const sum = this.#sum({ about, people });
    if (typeof count === 'number') {
      this.#addRow(sum, '=', count);
      return;
    }
    const choices = count.map((_, choice) => `s${index}_${choice}`);
    this.#switches.push(...choices);
    this.#addRow(
      [...sum, ...choices.map((name, i): Term => [-count[i], name])],
      '=',
      0,
    );
    this.#addRow(
      choices.map(name => [1, name]),
      '=',
      1,
    );
  }

  #addRelation({ terms, atMost, people }: Relation): void {
    this.#classes.forEach((members, index) => {
      if (!people || people.includes(members[0])) {
        this.#addRow(
          terms.map(({ about, factor }) => [factor, this.#name(about, index)]),
          '<=',
          atMost * members.length,
        );
      }
    });
  }

  #addRow(terms: Term[], comparison: string, value: number): void {
    if (terms.length > 0) {
      const name = `r${this.#rows.length}`;
      this.#rows.push(` ${name}: ${write(terms)} ${comparison} ${value}`);
    }
  }

  #sum({ about, people }: Question): Term[] {
    const wanted = new Set(people);
    return this.#classes.flatMap(([first], index): Term[] =>
      wanted.has(first) ? [[1, this.#name(about, index)]] : [],
    );
  }

  #name(about: string, index: number): string {
    return `x${this.#abouts.indexOf(about)}_${index}`;
  }
}

/** Asks for the narrowest range that follows, by integer programming (HiGHS). */
export class Solver {
  private constructor(private readonly highs: Highs) {}

  static async load(): Promise<Solver> {
    return new Solver(await loadHighs());
  }

  /** @throws Error if the facts contradict each other. */
  rangeOf(knowledge: Knowledge, asked: Question): Range {
    const program = new Program(knowledge, asked);
    return {
      least: this.#solve(program.minimize()),
      most: this.#solve(program.maximize()),
    };
  }

  #solve(program: string): number {
    const { Status, ObjectiveValue } = this.highs.solve(program, {
      output_flag: false,
    });
    if (Status !== 'Optimal') {
      throw new Error(`The solver ended with '${Status}'`);
    }
    return Math.round(ObjectiveValue);
  }
}

function write(terms: Term[]): string {
  return terms
    .map(
      ([factor, name]) =>
        `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`,
    )
    .join('\n  ');
}

/** What relations connect, over however many steps, with what is asked. */
function relevant({ facts, relations }: Knowledge, asked: Question): Knowledge {
  const reached = new Set([asked.about]);
  const isNear = ({ terms }: Relation) =>
    terms.some(({ about }) => reached.has(about));
  let size = 0;
  while (size < reached.size) {
    size = reached.size;
    relations
      .filter(isNear)
      .forEach(({ terms }) => terms.forEach(({ about }) => reached.add(about)));
  }
  return {
    facts: facts.filter(({ about }) => reached.has(about)),
    relations: relations.filter(isNear),
  };
}

function aboutsOf({ facts, relations }: Knowledge, asked: Question): string[] {
  return [
    ...new Set([
      asked.about,
      ...facts.map(({ about }) => about),
      ...relations.flatMap(({ terms }) => terms.map(({ about }) => about)),
    ]),
  ];
}

function classesOf(knowledge: Knowledge, asked: Question): number[][] {
  const restricted = knowledge.relations.flatMap(({ people = [] }) => [people]);
  const groups = [
    ...knowledge.facts.map(({ people }) => people),
    ...restricted,
    asked.people,
  ].map(people => new Set(people));
  const everybody = new Set([...peopleOf(knowledge), ...asked.people]);
  const bySignature = Map.groupBy(everybody, person =>
    groups.map(group => (group.has(person) ? '1' : '0')).join(''),
  );
  return [...bySignature.values()];
}
