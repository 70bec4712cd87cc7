import { randomUUID } from 'node:crypto';
import {
  UptimeCheck,
  UptimeCheckOutcome,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { concealAddresses } from '../failures';
import { LateDays } from '../samples';
import { DAY_MS, MINUTE_MS } from '../time';
import { assertNamed } from './alertmanager';
import { CheckOutcome, Component, PushedCheck } from './checks';
import { canonicalName } from './components';
import { ComponentStore } from './ComponentStore';
import { ObserverBudget } from './ObserverBudget';
import { Observers } from './Observers';
import { ObserverTurns } from './ObserverTurns';

/** How far an observer's clock may be ahead, in ms. */
const TOLERATED_AHEAD = MINUTE_MS;

/** Records checks reported by observers outside the portal. */
export class CheckRecorder {
  readonly #turns = new ObserverTurns();

  constructor(
    private readonly options: {
      store: ComponentStore;
      observers: Observers;
      budget: ObserverBudget;
      clock: Clock;
      lateDays: Pick<LateDays, 'markSince'>;
    },
  ) {}

  /**
   * Applies checks of each component in order. A known check changes nothing,
   * so a batch can be sent again.
   *
   * @param observer - subject of the token
   * @param each - whether components are judged separately: those that belong
   * to another observer are rejected, and an error is only thrown if all of
   * them do
   * @throws InputError naming the invalid check; NotAllowedError or
   * ConflictError if a component belongs to another observer;
   * TooManyRequestsError if the daily limit is exceeded. In these cases, no
   * check is applied
   */
  record(
    checks: UptimeCheck[],
    observer: string,
    { each = false } = {},
  ): Promise<UptimeCheckOutcome> {
    return this.#turns.take(observer, () =>
      this.#record(checks, observer, each),
    );
  }

  async #record(
    checks: UptimeCheck[],
    observer: string,
    each: boolean,
  ): Promise<UptimeCheckOutcome> {
    const now = this.options.clock.now();
    const timed = checks.map((check, index) => toPushed(check, index, now));
    const groups = groupByComponent(checks, timed);
    const names = [...groups.keys()];
    const components = each
      ? await this.#claimEach(names, observer)
      : await this.#claimAll(names, observer);
    await this.options.budget.spend(observer, {
      checks: timed.length,
      bytes: timed.reduce((sum, check) => sum + sizeOf(check), 0),
    });
    const outcomes = new Map<PushedCheck, CheckOutcome>();
    const claimed = new Set(components.map(({ name }) => name));
    for (const component of components) {
      const own = groups.get(component.name) ?? [];
      await this.#recordComponent(component, own, { now, outcomes });
    }
    await this.#markLate(timed, outcomes);
    return {
      checks: timed.map((check, index) => ({
        id: check.checkId ?? randomUUID(),
        outcome: claimed.has(canonicalName(checks[index].component))
          ? outcomes.get(check) ?? 'late'
          : 'refused',
      })),
    };
  }

  async #claimAll(names: string[], observer: string): Promise<Component[]> {
    const components: Component[] = [];
    for (const name of names) {
      components.push(await this.options.observers.claim(name, observer));
    }
    return components;
  }

  // A sender may combine alerts of several teams, and drops all of them if the
  // request fails.
  async #claimEach(names: string[], observer: string): Promise<Component[]> {
    const components: Component[] = [];
    let refusal: Error | undefined;
    for (const name of names) {
      try {
        assertNamed(name);
        components.push(await this.options.observers.claim(name, observer));
      } catch (error) {
        if (!isRefusal(error)) {
          throw error;
        }
        refusal ??= error;
      }
    }
    if (refusal && components.length === 0) {
      throw refusal;
    }
    return components;
  }

  async #recordComponent(
    { id }: Component,
    checks: PushedCheck[],
    {
      now,
      outcomes,
    }: { now: number; outcomes: Map<PushedCheck, CheckOutcome> },
  ): Promise<void> {
    const recent = checks.filter(({ at }) => at > now - DAY_MS);
    const results = await this.options.store.record(id, recent, now);
    recent.forEach((check, index) => outcomes.set(check, results[index]));
  }

  async #markLate(
    checks: PushedCheck[],
    outcomes: Map<PushedCheck, CheckOutcome>,
  ): Promise<void> {
    const accepted = checks.filter(each => outcomes.get(each) === 'accepted');
    if (accepted.length > 0) {
      await this.options.lateDays.markSince(
        Math.min(...accepted.map(({ at }) => at)),
      );
    }
  }
}

function isRefusal(error: unknown): error is Error {
  return [InputError, NotAllowedError, ConflictError].some(
    kind => error instanceof kind,
  );
}

function toPushed(
  { id, at, state, detail, confirmed }: UptimeCheck,
  index: number,
  now: number,
): PushedCheck {
  const instant = at === undefined ? now : Date.parse(at);
  if (instant > now + TOLERATED_AHEAD) {
    throw new InputError(
      refusalOf(`field 'checks.${index}.at'`, at, 'instants up to now'),
    );
  }
  return {
    at: Math.min(instant, now),
    state,
    ...(id !== undefined && { checkId: id }),
    ...(detail !== undefined && { detail: concealAddresses(detail) }),
    ...(confirmed !== undefined && { confirmed }),
  };
}

/** The stored size of a check, in bytes. */
function sizeOf({ checkId = '', detail = '' }: PushedCheck): number {
  return Buffer.byteLength(checkId) + Buffer.byteLength(detail);
}

function groupByComponent(
  checks: UptimeCheck[],
  timed: PushedCheck[],
): Map<string, PushedCheck[]> {
  const groups = new Map<string, PushedCheck[]>();
  timed.forEach((check, index) => {
    const name = canonicalName(checks[index].component);
    groups.set(name, [...(groups.get(name) ?? []), check]);
  });
  return groups;
}
