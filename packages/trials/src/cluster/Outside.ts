import { Knex } from 'knex';
import {
  ComponentStore,
  HeartbeatStore,
  MaintenanceStore,
  SettingsStore,
  UptimeReporter,
} from '../testUtils';

/** An outage, in ms UTC. */
export interface Outage {
  from: number;
  to: number;
  cause: string;
}

/** Somebody outside with a clock of their own, who sees when the portal is down. */
export class Outside {
  readonly seen: Outage[] = [];

  /**
   * In what the measured outages differ from those that were seen.
   *
   * @param tolerance - in ms
   */
  async compare(
    knex: Knex,
    { from, now, tolerance }: { from: number; now: number; tolerance: number },
  ): Promise<{ measured: number; mistakes: string[] }> {
    const reporter = new UptimeReporter({
      store: new HeartbeatStore(knex),
      settings: new SettingsStore(knex),
      components: new ComponentStore(knex),
      maintenance: new MaintenanceStore(knex),
      gaps: 'down',
      excludeLate: false,
    });
    const { incidents, down } = await reporter.measure({ from, to: now }, now);
    const total = incidents.reduce((sum, each) => sum + each.to - each.from, 0);
    const mistakes = down === total ? [] : [`${down} ms down, not ${total}`];
    const count = Math.max(incidents.length, this.seen.length);
    for (let index = 0; index < count; index++) {
      const pair = [incidents[index], this.seen[index]] as const;
      mistakes.push(...differences(...pair, tolerance));
    }
    return { measured: incidents.length, mistakes };
  }
}

function differences(
  measured: Outage | undefined,
  seen: Outage | undefined,
  tolerance: number,
): string[] {
  if (!measured || !seen || measured.cause !== seen.cause) {
    return [`measured ${describe(measured)}, seen ${describe(seen)}`];
  }
  const off = {
    from: measured.from - seen.from,
    to: measured.to - seen.to,
    length: measured.to - measured.from - (seen.to - seen.from),
  };
  return Object.entries(off)
    .filter(([, difference]) => Math.abs(difference) > tolerance)
    .map(([what, difference]) => `${what} is off by ${difference} ms`);
}

function describe(outage?: Outage): string {
  return outage
    ? `${outage.cause} of ${outage.to - outage.from} ms from ${new Date(
        outage.from,
      ).toISOString()}`
    : 'none';
}
