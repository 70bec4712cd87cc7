import { toOptionalNumber } from '../database';
import { Component, StoredState } from './checks';
import { ComponentSource, ComponentState } from './components';

type Numeric = number | string;

/** A row of the table `components`. */
export interface ComponentRow {
  id: number;
  name: string;
  source: ComponentSource;
  observer: string | null;
  counts: boolean | number;
  silence_ms: Numeric;
  first_success_at: Numeric | null;
  last_check_at: Numeric | null;
  last_state: 'up' | 'down' | null;
  last_detail: string | null;
  failing_since: Numeric | null;
  steady_since: Numeric | null;
  changes_day: number | null;
  changes: number;
  certificate_expires_at: Numeric | null;
}

/** A row of the table `component_states`. */
export interface StateRow {
  component_id: number;
  from_at: Numeric;
  to_at: Numeric;
  state: ComponentState['state'];
  counts: boolean | number;
  detail: string | null;
}

export function componentOf(row: ComponentRow): Component {
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    observer: row.observer ?? undefined,
    counts: Boolean(row.counts),
    silence: Number(row.silence_ms),
    firstSuccessAt: toOptionalNumber(row.first_success_at),
    lastCheckAt: toOptionalNumber(row.last_check_at),
    lastState: row.last_state ?? undefined,
    lastDetail: row.last_detail ?? undefined,
    failingSince: toOptionalNumber(row.failing_since),
    steadySince: toOptionalNumber(row.steady_since),
    changes:
      row.changes_day === null
        ? undefined
        : { day: row.changes_day, count: row.changes },
    certificateExpiresAt: toOptionalNumber(row.certificate_expires_at),
  };
}

/** The columns that checks change. */
export function observationOf(component: Component): Partial<ComponentRow> {
  return {
    first_success_at: component.firstSuccessAt ?? null,
    last_check_at: component.lastCheckAt ?? null,
    last_state: component.lastState ?? null,
    last_detail: component.lastDetail ?? null,
    failing_since: component.failingSince ?? null,
    steady_since: component.steadySince ?? null,
    changes_day: component.changes?.day ?? null,
    changes: component.changes?.count ?? 0,
    certificate_expires_at: component.certificateExpiresAt ?? null,
  };
}

export function storedStateOf(row: StateRow): StoredState {
  return {
    from: Number(row.from_at),
    to: Number(row.to_at),
    state: row.state,
    counts: Boolean(row.counts),
    ...(row.detail !== null && { detail: row.detail }),
  };
}

export function stateOf(
  row: StateRow,
  { id, name, silence }: Component,
): ComponentState {
  const state: ComponentState = {
    componentId: id,
    component: name,
    from: Number(row.from_at),
    to: Number(row.to_at),
    state: row.state,
    counts: Boolean(row.counts),
    silence,
  };
  if (row.detail !== null) {
    state.detail = row.detail;
  }
  return state;
}

export function stateRowOf(
  componentId: number,
  { from, to, state, counts, detail }: StoredState,
): StateRow & Record<string, unknown> {
  return {
    component_id: componentId,
    from_at: from,
    to_at: to,
    state,
    counts,
    detail: detail ?? null,
  };
}
