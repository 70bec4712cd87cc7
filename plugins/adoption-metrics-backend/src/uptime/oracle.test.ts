import fc from 'fast-check';
import { Knex } from 'knex';
import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  anyWorld,
  notesOf,
  PERIOD,
  SILENCE,
  World,
} from './__testUtils__/world';
import { sum, timelineOf } from './__testUtils__/worldOracle';
import { pastOf } from './availability';
import { PushedCheck } from './checks';
import { measureComponent, ComponentState, provenStates } from './components';
import { ComponentStore } from './ComponentStore';
import { HeartbeatStore } from './HeartbeatStore';
import { MaintenanceStore } from './MaintenanceStore';
import { HeartbeatRecorder } from './HeartbeatRecorder';
import { StateTimes } from './stateTimes';
import { UptimeReporter } from './UptimeReporter';

const databases = createTestDatabases();
const origin = Date.UTC(2026, 10, 23, 12);
const ms = (second: number) => origin + 1_000 * second;
const SECOND = 1_000;

const tables = [
  'heartbeats',
  'settings',
  'components',
  'component_states',
  'uptime_checks',
  'maintenance_windows',
];

describe.each(databases.eachSupportedId())('uptime, %p', databaseId => {
  let knex: Knex;
  let store: HeartbeatStore;
  let components: ComponentStore;
  let maintenance: MaintenanceStore;

  beforeAll(async () => {
    knex = await databases.create(databaseId);
    store = new HeartbeatStore(knex);
    components = new ComponentStore(knex);
    maintenance = new MaintenanceStore(knex);
  });

  async function live(world: World) {
    for (const table of tables) {
      await knex(table).delete();
    }
    await Promise.all(world.processes.map((_, index) => beat(world, index)));
    for (const [index, watch] of world.watches.entries()) {
      await check(index, watch);
    }
    await declare(world);
  }

  async function beat({ processes, databaseAway }: World, index: number) {
    const recorder = new HeartbeatRecorder({
      store,
      instanceId: `process-${index}`,
      period: PERIOD * SECOND,
    });
    for (const { kind, at } of notesOf(processes[index], databaseAway)) {
      if (kind === 'miss') {
        recorder.missDatabase(ms(at));
      } else if (kind === 'beat') {
        await recorder.beat(ms(at));
      } else {
        await recorder.close(ms(at), 'shutdown');
      }
    }
  }

  // In batches, each sent twice, as after a lost answer.
  async function check(index: number, watch: World['watches'][number]) {
    const { id } = await components.define({
      name: `watch-${index}`,
      source: 'push',
      counts: watch.counts,
      silence: SILENCE * SECOND,
    });
    const checks: PushedCheck[] = watch.checks.map((each, number) => ({
      ...each,
      at: ms(each.at),
      checkId: `check-${number}`,
    }));
    for (let from = 0; from < checks.length; from += 4) {
      const batch = checks.slice(from, from + 4);
      await components.record(id, batch, origin);
      await components.record(id, batch, origin);
    }
  }

  async function declare(world: World) {
    for (const { span, declaredAt, cancelledAt } of world.maintenance) {
      const { id } = await maintenance.declare({
        from: ms(span[0]),
        to: ms(span[1]),
        declaredAt: ms(declaredAt),
        reason: 'upgrade',
      });
      if (cancelledAt !== undefined) {
        await maintenance.cancel(id, ms(cancelledAt));
      }
    }
  }

  function reporterFor(world: World, mostAtOnce?: number) {
    const settings = new SettingsStore(knex);
    const { gaps, excludeLate } = world;
    return new UptimeReporter({
      store,
      settings,
      components,
      maintenance,
      gaps,
      excludeLate,
      mostAtOnce,
    });
  }

  it('agrees to the second with a timeline of everything that happened', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async world => {
        await live(world);
        const timeline = timelineOf(world);
        const now = ms(timeline.now);
        const [from, to] = world.window;
        const window = { from: ms(from), to: ms(to) };
        const reporter = reporterFor(world);

        const portal = await reporter.measure(window, now);
        const { total, downtimes } = sum(
          world.window,
          timeline.now,
          timeline.portal,
        );
        expect(inSeconds(portal)).toEqual(total);
        expect(portal.incidents.map(each => [each.from, each.to])).toEqual(
          downtimes.map(span => span.map(ms)),
        );

        for (const mostAtOnce of [1, 3, undefined]) {
          const parted = reporterFor(world, mostAtOnce);
          const history = await parted.history(window, now);
          expect(inSeconds(history.timesIn(window))).toEqual(total);
          expect(
            history
              .statesIn(window)
              .down.map(({ from: start, to: end }) => [start, end]),
          ).toEqual(downtimes.map(span => span.map(ms)));
        }
        const declared = await reporter.maintenanceIn(window);
        const states = new Map<number, ComponentState[]>();
        for await (const each of components.eachDuring(window)) {
          states.set(each.component.id, each.states);
        }
        for (const component of await components.list()) {
          const index = Number(component.name.slice(-1));
          const times = measureComponent({
            past: pastOf({ window, now }),
            observedSince: component.firstSuccessAt,
            states: provenStates(states.get(component.id) ?? [], now),
            maintenance: declared,
          });
          const expected = sum(world.window, timeline.now, second =>
            timeline.component(index, second),
          );
          expect(inSeconds(times)).toEqual(expected.total);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

function inSeconds(times: StateTimes) {
  const { up, down, maintenance, unknown, beforeInstallation } = times;
  return {
    up: up / SECOND,
    down: down / SECOND,
    maintenance: maintenance / SECOND,
    unknown: unknown / SECOND,
    beforeInstallation: beforeInstallation / SECOND,
  };
}
