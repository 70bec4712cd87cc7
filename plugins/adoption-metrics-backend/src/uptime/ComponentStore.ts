import { Interval } from '../time';
import { Check, Component } from './checks';
import { ComponentState } from './components';

/** What of a component is configured. */
export type ComponentDefinition = Pick<
  Component,
  'name' | 'source' | 'counts' | 'silence'
>;

/** A check that its id distinguishes from others. */
export interface PushedCheck extends Check {
  checkId: string;
}

/**
 * What became of a check: `late` ones are older than what is known already.
 */
export type CheckOutcome = 'accepted' | 'duplicate' | 'late';

/** Keeps what is known of the components that are seen from outside. */
export interface ComponentStore {
  /**
   * Finds a component by its name, or makes it, and gives it the settings.
   *
   * @throws ConflictError if the name is taken by one of another source, or
   *   there are as many components as there can be
   */
  define(definition: ComponentDefinition): Promise<Component>;

  /**
   * Applies checks of one component in the order given, all or none of them,
   * and returns what became of each. Checks with an id apply once.
   */
  record(
    componentId: number,
    checks: Array<Check | PushedCheck>,
    receivedAt: number,
  ): Promise<CheckOutcome[]>;

  /**
   * Keeps the past of probes that run no more, and lets them count no more.
   *
   * @param running - names of those that do run
   */
  retireProbes(running: string[]): Promise<void>;

  /** All components, by name. */
  list(): Promise<Component[]>;

  /** Every state that may overlap a window, each component's by time. */
  during(window: Interval): Promise<ComponentState[]>;
}
