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

/** What counts as the same outage, in ms. */
interface Rules {
  /** How far measured times may be off; what is seen and shorter may pass unnoticed. */
  tolerance: number;
  /** What is measured and no longer does not count. */
  shortest?: number;
}

/** Somebody outside with a clock of their own, who sees when the portal is down. */
export class Outside {
  readonly seen: Outage[] = [];

  /** In what the measured outages differ from those that were seen. */
  async compare(
    knex: Knex,
    { from, now, ...rules }: { from: number; now: number } & Rules,
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
    const sum = down === total ? [] : [`${down} ms down, not ${total}`];
    const mistakes = differences(incidents, this.seen, rules);
    return { measured: incidents.length, mistakes: [...sum, ...mistakes] };
  }
}

/** What was measured and not seen, or seen and not measured. */
export function differences(
  measured: Outage[],
  seen: Outage[],
  { tolerance, shortest = 0 }: Rules,
): string[] {
  const isSame = (one: Outage, other: Outage) =>
    one.cause === other.cause &&
    Math.abs(one.from - other.from) <= tolerance &&
    Math.abs(one.to - other.to) <= tolerance &&
    Math.abs(lengthOf(one) - lengthOf(other)) <= tolerance;
  const invented = measured.filter(
    each =>
      lengthOf(each) > shortest && !seen.some(other => isSame(each, other)),
  );
  const missed = seen.filter(
    each =>
      lengthOf(each) > tolerance &&
      !measured.some(other => isSame(each, other)),
  );
  return [
    ...invented.map(each => `measured and not seen: ${describe(each)}`),
    ...missed.map(each => `seen and not measured: ${describe(each)}`),
  ];
}

function lengthOf({ from, to }: Outage): number {
  return to - from;
}

function describe({ cause, from, to }: Outage): string {
  return `${cause}, ${to - from} ms from ${new Date(from).toISOString()}`;
}
