import { ConflictError, NotAllowedError } from '@backstage/errors';
import { isSubject } from '../http';
import { Component } from './checks';
import { canonicalName } from './components';
import { ComponentStore } from './ComponentStore';
import { observerConfig, UptimeConfig } from './config';

/**
 * How many unconfigured components one observer can have, and all observers
 * together. More are probably a mistake, such as names that contain a date.
 */
const MOST_OF_ONE = 10;
const MOST_OF_ALL = 100;

/**
 * Determines which observer can report on which component: the configured one,
 * otherwise the first one that does. Names of the portal's own probes are
 * reserved.
 */
export class Observers {
  readonly #reserved: Set<string>;

  constructor(
    private readonly handles: {
      store: ComponentStore;
      config: UptimeConfig;
      /** Names of the portal's own components. */
      reserved: string[];
    },
  ) {
    this.#reserved = new Set(handles.reserved.map(canonicalName));
  }

  /**
   * Returns the component that an observer reports on, and creates it if
   * needed.
   *
   * @param name - as returned by {@link canonicalName}
   * @throws NotAllowedError if it belongs to another observer
   * @throws ConflictError if the name is reserved, or the observer has too many
   * components
   */
  async claim(name: string, observer: string): Promise<Component> {
    const { store, config } = this.handles;
    this.#assertFree(name);
    const { counts, silence, observer: owner } = observerConfig(config, name);
    const isOwner = owner !== undefined && isSubject(owner, observer);
    if (owner !== undefined && !isOwner) {
      throw notYours(name, observer);
    }
    if (!(await store.find(name))) {
      await this.#assertRoom(name, observer);
    }
    const source = 'push';
    const definition = { name, source, observer, counts, silence } as const;
    const component = await store.define(definition);
    if (component.observer !== observer) {
      if (!isOwner) {
        throw notYours(name, observer);
      }
      await store.giveTo(component.id, observer);
    }
    return { ...component, observer };
  }

  #assertFree(name: string): void {
    if (this.#reserved.has(name)) {
      throw new ConflictError(
        `The component name '${name}' is reserved; use a different name`,
      );
    }
  }

  async #assertRoom(name: string, observer: string): Promise<void> {
    const { store, config } = this.handles;
    if (config.observers.has(name)) {
      return;
    }
    const others = (await store.list()).filter(
      each => each.source === 'push' && !config.observers.has(each.name),
    );
    const own = others.filter(each => each.observer === observer);
    if (own.length >= MOST_OF_ONE || others.length >= MOST_OF_ALL) {
      throw new ConflictError(
        `Observer '${observer}' cannot have another component '${name}': there are ${own.length} of its own and ${others.length} in all that are not configured; expected ${MOST_OF_ONE} and ${MOST_OF_ALL}, and any that is named as adoptionMetrics.uptime.checks.${name}`,
      );
    }
  }
}

function notYours(name: string, observer: string): NotAllowedError {
  return new NotAllowedError(
    `Another observer reports on the component '${name}'; to let '${observer}' report on it, set adoptionMetrics.uptime.checks.${name}.observer`,
  );
}
