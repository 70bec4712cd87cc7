import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { replaceRows, retryTransient } from '../database';
import { Interval } from '../time';
import {
  applyCheck,
  Check,
  Component,
  StoredState,
  Transition,
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
import {
  CheckOutcome,
  ComponentDefinition,
  ComponentStore,
  PushedCheck,
} from './ComponentStore';
import { PROCESSES } from './incidents';
import { RecentChecks } from './RecentChecks';

const COMPONENTS = 'components';
const STATES = 'component_states';

/** More would be a mistake in a name, such as one with a date in it. */
const MOST_COMPONENTS = 100;

/** Keeps components and their states in the plugin's database. */
export class DatabaseComponentStore implements ComponentStore {
  constructor(private readonly knex: Knex) {}

  async define(definition: ComponentDefinition): Promise<Component> {
    const { name, source, counts, silence } = definition;
    assertNotReserved(name);
    const component = await this.#findOrMake(definition);
    if (component.source !== source) {
      throw new ConflictError(
        `the component '${name}' is watched by a ${component.source} already, use another name`,
      );
    }
    if (component.counts !== counts || component.silence !== silence) {
      await this.knex(COMPONENTS)
        .where('id', component.id)
        .update({ counts, silence_ms: silence });
    }
    return { ...component, counts, silence };
  }

  record(
    componentId: number,
    checks: Array<Check | PushedCheck>,
    receivedAt: number,
  ): Promise<CheckOutcome[]> {
    return retryTransient(() =>
      this.knex.transaction(async tx => {
        const before = await lock(tx, componentId);
        const recent = new RecentChecks(tx, componentId);
        const isNew = await recent.remember(checks, receivedAt);
        const { outcomes, after, changed } = applyAll(before, checks, isNew);
        await saveStates(tx, componentId, changed);
        await tx(COMPONENTS)
          .where('id', componentId)
          .update(observationOf(after));
        return outcomes;
      }),
    );
  }

  async retireProbes(running: string[]): Promise<void> {
    await this.knex(COMPONENTS)
      .where('source', 'probe')
      .whereNotIn('name', running)
      .update({ counts: false });
  }

  async list(): Promise<Component[]> {
    const rows = await this.knex<ComponentRow>(COMPONENTS).orderBy('name');
    return rows.map(componentOf);
  }

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

  async #findOrMake(definition: ComponentDefinition): Promise<Component> {
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
        `there are ${MOST_COMPONENTS} components already, '${name}' would be one too many`,
      );
    }
  }
}

function assertNotReserved(name: string): void {
  if (name === PROCESSES) {
    throw new ConflictError(
      `the component '${name}' stands for the processes of the portal, use another name`,
    );
  }
}

interface Before {
  component: Component;
  current: StoredState | undefined;
}

// Checks of a component take turns: each changes what the next one finds.
async function lock(tx: Knex, componentId: number): Promise<Before> {
  const row = await tx<ComponentRow>(COMPONENTS)
    .where('id', componentId)
    .forUpdate()
    .first();
  const newest = await tx<StateRow>(STATES)
    .where('component_id', componentId)
    .orderBy('from_at', 'desc')
    .first();
  return {
    component: componentOf(row!),
    current: newest && storedStateOf(newest),
  };
}

function applyAll(
  { component, current }: Before,
  checks: Check[],
  isNew: boolean[],
) {
  const changed = new Map<number, StoredState>();
  let step: Transition = { component, current, changed: [] };
  const outcomes = checks.map((check, index): CheckOutcome => {
    if (!isNew[index]) {
      return 'duplicate';
    }
    if (check.at <= (step.component.lastCheckAt ?? -Infinity)) {
      return 'late';
    }
    step = applyCheck(step.component, step.current, check);
    step.changed.forEach(state => changed.set(state.from, state));
    return 'accepted';
  });
  return { outcomes, after: step.component, changed: [...changed.values()] };
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
