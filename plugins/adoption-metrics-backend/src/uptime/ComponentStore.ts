import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { breathe, replaceRows, retryTransient } from '../database';
import { Interval } from '../time';
import {
  applyChecks,
  Check,
  CheckOutcome,
  Component,
  PushedCheck,
  StoredState,
} from './checks';
import { ComponentState } from './components';
import {
  ComponentRow,
  componentOf,
  observationOf,
  StateRow,
  stateOf,
  stateRowOf,
  storedStateOf,
} from './componentRows';
import { rememberChecks } from './rememberChecks';

const COMPONENTS = 'components';
const STATES = 'component_states';

/** How many states are read before yielding to the event loop. */
const MOST_AT_ONCE = 4_000;

/** The configured properties of a component, and its first observer. */
type ComponentDefinition = Pick<
  Component,
  'name' | 'source' | 'observer' | 'counts' | 'silence'
>;

/** Stores components and their states, as seen from outside. */
export class ComponentStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Finds a component by its name, or creates it, and updates its settings. A
   * probe takes over a name that an observer has used.
   *
   * @throws ConflictError if an observer wants the name of a probe
   */
  async define(definition: ComponentDefinition): Promise<Component> {
    const { name, source, counts, silence } = definition;
    const component = await this.#findOrCreate(definition);
    if (component.source !== source && source === 'push') {
      throw new ConflictError(
        `The component '${name}' already has the source '${component.source}'; use a different name`,
      );
    }
    const changes = { source, counts, silence };
    const isNew = (Object.keys(changes) as Array<keyof typeof changes>).some(
      key => component[key] !== changes[key],
    );
    if (isNew) {
      await this.knex(COMPONENTS)
        .where('id', component.id)
        .update({ source, counts, silence_ms: silence });
    }
    return { ...component, ...changes };
  }

  /** Changes the observer of a component. */
  async giveTo(componentId: number, observer: string): Promise<void> {
    await this.knex(COMPONENTS).where('id', componentId).update({ observer });
  }

  /**
   * Applies checks of one component in order, all or none, and returns their
   * outcomes. A check with an id is applied once.
   *
   * @param receivedAt - ms UTC
   */
  record(
    componentId: number,
    checks: Array<Check | PushedCheck>,
    receivedAt: number,
  ): Promise<CheckOutcome[]> {
    return retryTransient(() =>
      this.knex.transaction(async tx => {
        const { component, newest } = await lock(tx, componentId);
        const isNew = await rememberChecks(tx, componentId, {
          checks,
          receivedAt,
        });
        const applied = applyChecks(component, newest, { checks, isNew });
        await saveStates(tx, componentId, applied.changed);
        await tx(COMPONENTS)
          .where('id', componentId)
          .update(observationOf(applied.component));
        return applied.outcomes;
      }),
    );
  }

  /**
   * Stops counting probes that no longer run. Their states remain.
   *
   * @param running - names of probes that run
   */
  async retireProbes(running: string[]): Promise<void> {
    await this.knex(COMPONENTS)
      .where('source', 'probe')
      .whereNotIn('name', running)
      .update({ counts: false });
  }

  /** All components, by name. */
  async list(): Promise<Component[]> {
    const rows = await this.knex<ComponentRow>(COMPONENTS).orderBy('name');
    return rows.map(componentOf);
  }

  /** Finds a component by its name. */
  async find(name: string): Promise<Component | undefined> {
    const row = await this.knex<ComponentRow>(COMPONENTS)
      .where('name', name)
      .first();
    return row && componentOf(row);
  }

  /**
   * Components with all states that may overlap a window, sorted by time.
   * Yields one component at a time, to save memory and to let others run in
   * between.
   */
  async *eachDuring(
    window: Interval,
  ): AsyncGenerator<{ component: Component; states: ComponentState[] }> {
    const components = new Map(
      (await this.list()).map(each => [each.id, each]),
    );
    let states: ComponentState[] = [];
    let component: Component | undefined;
    for await (const row of this.#rowsDuring(window)) {
      if (component?.id !== row.component_id) {
        if (component) {
          yield { component, states };
        }
        component = components.get(row.component_id);
        states = [];
      }
      if (component) {
        states.push(stateOf(row, component));
      }
    }
    if (component) {
      yield { component, states };
    }
  }

  // Pages by key.
  async *#rowsDuring(window: Interval): AsyncGenerator<StateRow> {
    let last = { component_id: 0, from_at: 0 as StateRow['from_at'] };
    let rows: StateRow[] = [];
    do {
      rows = await this.#overlapping(window)
        .whereRaw('(??, ??) > (?, ?)', [
          'component_id',
          'from_at',
          last.component_id,
          last.from_at,
        ])
        .orderBy(['component_id', 'from_at'])
        .limit(MOST_AT_ONCE)
        .select<StateRow[]>(`${STATES}.*`);
      yield* rows;
      last = rows.at(-1) ?? last;
      await breathe();
    } while (rows.length === MOST_AT_ONCE);
  }

  /**
   * States that may count as downtime in a window, and the newest state of each
   * component, which may still last; sorted by time. The cost does not depend
   * on components that do not count.
   *
   * @param until - only states that began before this, in ms UTC
   */
  async objections(
    window: Interval,
    until = window.to,
  ): Promise<ComponentState[]> {
    const [components, newest, objecting] = await Promise.all([
      this.list(),
      this.#newestBefore(until),
      this.#objecting(window).select<StateRow[]>(`${STATES}.*`),
    ]);
    const byId = new Map(components.map(each => [each.id, each]));
    const known = new Set(newest.map(keyOf));
    return [...newest, ...objecting.filter(row => !known.has(keyOf(row)))]
      .sort(byTime)
      .flatMap(row => {
        const component = byId.get(row.component_id);
        return component ? [stateOf(row, component)] : [];
      });
  }

  /** How many states may count as downtime in a window. */
  async countObjections(window: Interval): Promise<number> {
    const row = await this.#objecting(window).count('* as n').first();
    return Number(row?.n);
  }

  #newestBefore(instant: number): Promise<StateRow[]> {
    const newest = this.knex(STATES)
      .whereRaw('?? = ??', ['component_id', `${COMPONENTS}.id`])
      .where('from_at', '<', instant)
      .max('from_at');
    return this.knex<StateRow>(STATES).whereIn(
      ['component_id', 'from_at'],
      this.knex(COMPONENTS).select('id', newest.as('newest')),
    );
  }

  #objecting(window: Interval): Knex.QueryBuilder {
    return this.#overlapping(window)
      .where(`${STATES}.counts`, true)
      .whereIn('state', ['down', 'flapping']);
  }

  #overlapping({ from, to }: Interval): Knex.QueryBuilder {
    return this.knex(STATES)
      .join(COMPONENTS, `${COMPONENTS}.id`, `${STATES}.component_id`)
      .where('from_at', '<', to)
      .where(
        this.knex.raw('?? + ??', ['to_at', `${COMPONENTS}.silence_ms`]),
        '>=',
        from,
      );
  }

  async #findOrCreate(definition: ComponentDefinition): Promise<Component> {
    const { name, source, counts, silence, observer = null } = definition;
    const known = await this.find(name);
    if (known) {
      return known;
    }
    await this.knex(COMPONENTS)
      .insert({ name, source, observer, counts, silence_ms: silence })
      .onConflict('name')
      .ignore();
    return (await this.find(name))!;
  }
}

function byTime(a: StateRow, b: StateRow): number {
  return (
    Number(a.from_at) - Number(b.from_at) || a.component_id - b.component_id
  );
}

function keyOf({ component_id: id, from_at: from }: StateRow): string {
  return `${id} ${from}`;
}

// Checks of a component take turns, because each affects the next one.
async function lock(
  tx: Knex,
  componentId: number,
): Promise<{ component: Component; newest: StoredState | undefined }> {
  const row = await tx<ComponentRow>(COMPONENTS)
    .where('id', componentId)
    .forUpdate()
    .first();
  const state = await tx<StateRow>(STATES)
    .where('component_id', componentId)
    .orderBy('from_at', 'desc')
    .first();
  return {
    component: componentOf(row!),
    newest: state && storedStateOf(state),
  };
}

async function saveStates(
  tx: Knex,
  componentId: number,
  states: StoredState[],
): Promise<void> {
  await replaceRows<StateRow & Record<string, unknown>>(
    tx,
    { table: STATES, key: ['component_id', 'from_at'] },
    states.map(state => stateRowOf(componentId, state)),
  );
}
