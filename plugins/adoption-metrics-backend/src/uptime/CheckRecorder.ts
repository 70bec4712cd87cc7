import { randomUUID } from 'node:crypto';
import {
  UptimeCheck,
  UptimeCheckOutcome,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { InputError } from '@backstage/errors';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { LateDays } from '../samples';
import { DAY_MS, MINUTE_MS } from '../time';
import { CheckOutcome, PushedCheck } from './checks';
import { ComponentStore } from './ComponentStore';
import { observerConfig, UptimeConfig } from './config';

/** How far an observer's clock may be ahead of ours, in ms. */
const TOLERATED_AHEAD = MINUTE_MS;

/** Records the checks that observers outside the portal report. */
export class CheckRecorder {
  constructor(
    private readonly options: {
      store: ComponentStore;
      config: UptimeConfig;
      clock: Clock;
      lateDays: Pick<LateDays, 'markSince'>;
    },
  ) {}

  /**
   * Applies checks, each component's in the order given. A check that was
   * recorded before changes nothing, so a batch may be sent again.
   *
   * @throws InputError naming the check that is wrong; none of them applies
   *   then
   */
  async record(checks: UptimeCheck[]): Promise<UptimeCheckOutcome> {
    const now = this.options.clock.now();
    const timed = checks.map((check, index) => toPushed(check, index, now));
    const outcomes = new Map<PushedCheck, CheckOutcome>();
    for (const [component, own] of groupByComponent(checks, timed)) {
      await this.#recordComponent(component, own, { now, outcomes });
    }
    const accepted = timed.filter(each => outcomes.get(each) === 'accepted');
    if (accepted.length > 0) {
      await this.options.lateDays.markSince(
        Math.min(...accepted.map(({ at }) => at)),
      );
    }
    return {
      checks: timed.map(check => ({
        id: check.checkId,
        outcome: outcomes.get(check) ?? 'late',
      })),
    };
  }

  async #recordComponent(
    name: string,
    checks: PushedCheck[],
    {
      now,
      outcomes,
    }: { now: number; outcomes: Map<PushedCheck, CheckOutcome> },
  ): Promise<void> {
    const { store, config } = this.options;
    const settings = observerConfig(config, name);
    const { id } = await store.define({ name, source: 'push', ...settings });
    const recent = checks.filter(({ at }) => at > now - DAY_MS);
    const results = await store.record(id, recent, now);
    recent.forEach((check, index) => outcomes.set(check, results[index]));
  }
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
    checkId: id ?? randomUUID(),
    at: Math.min(instant, now),
    state,
    ...(detail !== undefined && { detail }),
    ...(confirmed !== undefined && { confirmed }),
  };
}

function groupByComponent(
  checks: UptimeCheck[],
  timed: PushedCheck[],
): Map<string, PushedCheck[]> {
  const groups = new Map<string, PushedCheck[]>();
  timed.forEach((check, index) => {
    const { component } = checks[index];
    groups.set(component, [...(groups.get(component) ?? []), check]);
  });
  return groups;
}
