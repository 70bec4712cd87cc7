import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { replaceRows, retryTransient } from '../database';
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
import { PROCESSES } from './incidents';
import { rememberChecks } from './rememberChecks';

const COMPONENTS = 'components';
const STATES = 'component_states';

/** More would be a mistake in a name, such as one with a date in it. */
const MOST_COMPONENTS = 100;

/** What of a component is configured. */
type ComponentDefinition = Pick<
  Component,
  'name' | 'source' | 'counts' | 'silence'
>;

/** The components that are seen from outside, and their states. */
export class ComponentStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Finds a component by its name, or creates it, and updates its settings.
   *
   * @throws ConflictError if a component of another source has the name, or
   *   there are as many components as there can be
   */
  async define(definition: ComponentDefinition): Promise<Component> {
    const { name, source, counts, silence } = definition;
    assertNotReserved(name);
    const component = await this.#findOrCreate(definition);
    if (component.source !== source) {
      throw new ConflictError(
        `The component '${name}' already has the source '${component.source}'; use another name`,
      );
    }
    if (component.counts !== counts || component.silence !== silence) {
      await this.knex(COMPONENTS)
        .where('id', component.id)
        .update({ counts, silence_ms: silence });
    }
    return { ...component, counts, silence };
  }

  /**
   * Applies checks of one component in the order given, all or none of them,
   * and returns the outcome of each. A check with an id applies once.
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
   * Stops counting probes that no longer run; what they saw stays.
   *
   * @param running - names of those that do run
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

  /** Every state that may overlap a window, each component's by time. */
  async during({ from, to }: Interval): Promise<ComponentState[]> {
    const components = new Map(
      (await this.list()).map(component => [component.id, component]),
    );
    const rows: StateRow[] = await this.knex(STATES)
      .join(COMPONENTS, `${COMPONENTS}.id`, `${STATES}.component_id`)
      .where('from_at', '<', to)
      .where(
        this.knex.raw('?? + ??', ['to_at', `${COMPONENTS}.silence_ms`]),
        '>=',
        from,
      )
      .orderBy(['component_id', 'from_at'])
      .select(`${STATES}.*`);
    return rows.flatMap(row => {
      const component = components.get(row.component_id);
      return component ? [stateOf(row, component)] : [];
    });
  }

  async #findOrCreate(definition: ComponentDefinition): Promise<Component> {
    const { name, source, counts, silence } = definition;
    const known = await this.#find(name);
    if (known) {
      return known;
    }
    await this.#assertRoom(name);
    await this.knex(COMPONENTS)
      .insert({ name, source, counts, silence_ms: silence })
      .onConflict('name')
      .ignore();
    return (await this.#find(name))!;
  }

  async #find(name: string): Promise<Component | undefined> {
    const row = await this.knex<ComponentRow>(COMPONENTS)
      .where('name', name)
      .first();
    return row && componentOf(row);
  }

  async #assertRoom(name: string): Promise<void> {
    const row = await this.knex(COMPONENTS).count('* as n').first();
    if (Number(row?.n) >= MOST_COMPONENTS) {
      throw new ConflictError(
        `There are already ${MOST_COMPONENTS} components; '${name}' would be one too many`,
      );
    }
  }
}

function assertNotReserved(name: string): void {
  if (name === PROCESSES) {
    throw new ConflictError(
      `The component '${name}' stands for the portal's own processes; use another name`,
    );
  }
}

// Checks of a component take turns: each changes what the next one finds.
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
