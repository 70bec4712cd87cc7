import { setTimeout as delay } from 'node:timers/promises';
import { ReplicatedPortal } from '../__testUtils__/ReplicatedPortal';
import { testedEngines } from '../database/__testUtils__/testDatabases';
import { seededRandom } from '../deadline/forecast/random';

jest.setTimeout(600_000);

/** Until what is killed has begun with what it is killed in, at most, in ms. */
const LONGEST_WAIT_MS = 250;

const TURNS = 8;

type Disturbance = (portal: ReplicatedPortal) => Promise<void>;

const killFirst: Disturbance = ({ replicas: [first] }) => restart(first);
const killSecond: Disturbance = ({ replicas: [, second] }) => restart(second);
const killBoth: Disturbance = async ({ replicas }) => {
  await Promise.all(replicas.map(restart));
};
const killDatabase: Disturbance = ({ database }) => database.kill();
const disturbances = [killFirst, killSecond, killBoth, killDatabase];

async function restart(replica: ReplicatedPortal['replicas'][number]) {
  await replica.end('SIGKILL');
  await replica.start();
}

describe.each(testedEngines.filter(engine => engine.startsWith('POSTGRES')))(
  'two replicas under SIGKILL, %s',
  engine => {
    let portal: ReplicatedPortal | undefined;

    afterEach(() => portal?.stop());

    it('store each transition once, and deliver it under one id until it is received', async () => {
      const random = seededRandom(1);
      portal = await ReplicatedPortal.open(engine, random);
      await portal.begin();
      const states = [];
      for (let turn = 0; turn < TURNS; turn++) {
        const state = turn % 2 === 0 ? 'at-risk' : 'on-track';
        states.push(state);
        await portal.turnTo(state);
        await delay(LONGEST_WAIT_MS * random());
        await disturbances[turn % disturbances.length](portal);
        await portal.untilNotified(states.length);
      }
      const alerts = await portal.untilNotified(TURNS);
      expect(alerts.map(({ state }) => state)).toEqual(states);

      const { messages } = portal.receiver;
      const delivered = alerts.map(({ deliveries }) =>
        deliveries.map(({ id }) => id),
      );
      expect(delivered.map(ids => ids.length)).toEqual(Array(TURNS).fill(1));
      expect(new Set(messages.map(({ deliveryId }) => deliveryId))).toEqual(
        new Set(delivered.flat()),
      );
      expect(messages.filter(({ isSigned }) => !isSigned)).toEqual([]);
      // As often as a receiver failed, and never with another content.
      expect(messages.length).toBeGreaterThan(TURNS);
      expect(new Set(messages.map(({ body }) => body)).size).toBe(TURNS);
    });
  },
);
