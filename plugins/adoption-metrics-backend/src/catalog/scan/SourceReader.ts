import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { chunked } from '../../database';
import { reasonOf } from '../../failures';
import { refOf } from '../facts';
import {
  Ancestry,
  FailingLocation,
  isFailing,
  originOf,
  sourceOf,
} from '../locations';
import { isOrphan } from '../rules/orphan';
import { SourceState, UnreadSource } from '../sourceState';
import { CatalogReader } from './CatalogReader';

const ASKED_AT_ONCE = 8;

/**
 * Finds entities whose source cannot be read. Asks the catalog for their
 * ancestry, but only for entities below failing Locations.
 */
export class SourceReader {
  /** Failing Locations by the registered location that led to them. */
  readonly #failing: ReadonlyMap<string | undefined, Entity[]>;
  readonly #known = new Map<string, FailingLocation>();
  readonly #states = new Map<string, Promise<SourceState>>();
  readonly #unreadLocations = new Map<string, Promise<SourceState>>();

  private constructor(
    private readonly reader: CatalogReader,
    private readonly signal: AbortSignal,
    failing: Entity[],
  ) {
    this.#failing = Map.groupBy(failing, originOf);
  }

  static async create(
    reader: CatalogReader,
    signal: AbortSignal,
  ): Promise<SourceReader> {
    const failing = await reader.failingLocations(signal);
    return new SourceReader(reader, signal, failing);
  }

  /** Source states of entities below failing Locations. */
  async statesOf(entities: Entity[]): Promise<Map<Entity, SourceState>> {
    const states = new Map<Entity, SourceState>();
    const below = entities.filter(
      each => this.#failing.has(originOf(each)) && !isOrphan(each),
    );
    for (const some of chunked(below, ASKED_AT_ONCE)) {
      await Promise.all(
        some.map(async each => states.set(each, await this.#stateOf(each))),
      );
    }
    return states;
  }

  /** Entities of one file have the same state. */
  #stateOf(entity: Entity): Promise<SourceState> {
    const key = JSON.stringify([sourceOf(entity), originOf(entity)]);
    const state =
      this.#states.get(key) ??
      this.#isRead(entity).then(isRead => (isRead ? {} : this.#ask(entity)));
    this.#states.set(key, state);
    return state;
  }

  /** Whether a failing Location can read the file nevertheless. */
  async #isRead(entity: Entity): Promise<boolean> {
    const source = sourceOf(entity);
    const reading = (this.#failing.get(originOf(entity)) ?? []).filter(
      each => source !== undefined && this.#failureOf(each).reads(source),
    );
    for (const location of reading) {
      const state = await this.#above(location);
      if (!('unknown' in state) && !state.unread) {
        return true;
      }
    }
    return false;
  }

  #above(location: Entity): Promise<SourceState> {
    const ref = refOf(location);
    const state = this.#unreadLocations.get(ref) ?? this.#ask(location);
    this.#unreadLocations.set(ref, state);
    return state;
  }

  async #ask(entity: Entity): Promise<SourceState> {
    this.signal.throwIfAborted();
    const ref = stringifyEntityRef(entity);
    try {
      const ancestry = await this.reader.ancestryOf(ref, this.signal);
      return { unread: this.#unread(ancestry, ref, []) };
    } catch (error) {
      this.signal.throwIfAborted();
      return { unknown: reasonOf(error) };
    }
  }

  /** What cannot be read on all ways that lead to an entity. */
  #unread(
    ancestry: Ancestry,
    ref: string,
    passed: string[],
  ): UnreadSource | undefined {
    const { entity, parentEntityRefs = [] } = ancestry.get(ref) ?? {};
    const parents = parentEntityRefs.filter(each => !passed.includes(each));
    const unread = parents.map(
      parent =>
        this.#unreadBy(ancestry.get(parent)?.entity, entity) ??
        led(this.#unread(ancestry, parent, [...passed, ref])),
    );
    return unread.includes(undefined) ? undefined : unread[0];
  }

  #unreadBy(parent?: Entity, entity?: Entity): UnreadSource | undefined {
    const source = entity && sourceOf(entity);
    if (!parent || source === undefined || !isFailing(parent)) {
      return undefined;
    }
    const unread = this.#failureOf(parent).unreadFor(source);
    return unread && { ...unread, isOwn: true };
  }

  #failureOf(location: Entity): FailingLocation {
    const ref = refOf(location);
    const known =
      this.#known.get(ref) ??
      new FailingLocation(location, this.reader.integrations);
    this.#known.set(ref, known);
    return known;
  }
}

/** The same, from the perspective of what it leads to. */
function led(unread: UnreadSource | undefined): UnreadSource | undefined {
  return unread && { ...unread, isOwn: false };
}
