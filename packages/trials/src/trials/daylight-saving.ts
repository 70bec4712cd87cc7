import { setTimeout as delay } from 'node:timers/promises';
import { onCluster } from '../cluster/onCluster';
import { Finding, Trial, TrialOptions } from '../Trial';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How many times faster than real time the day passes. */
const SPEED = 1_440;

/** Enough of the day before the change that replicas are up by then. */
const BEFORE_MS = 18 * HOUR_MS;

/** When clocks are changed in Berlin. */
const changes = {
  'end of daylight saving time': Date.parse('2026-10-25T01:00:00Z'),
  'start of daylight saving time': Date.parse('2026-03-29T01:00:00Z'),
};

export const daylightSaving: Trial = {
  does: 'Under load, the 24 hours around the end of daylight saving time, and those around its start, pass within a minute each on all replicas. One replica is killed in the hour of the change and restarted.',
  async run(options) {
    const findings: Finding[] = [];
    for (const [season, change] of Object.entries(changes)) {
      const found = await playThrough(change, options);
      findings.push(
        ...found.map(each => ({ ...each, what: `${season}: ${each.what}` })),
      );
    }
    return findings;
  },
};

function playThrough(
  change: number,
  options: TrialOptions,
): Promise<Finding[]> {
  const epoch = Date.now();
  const time = { epoch, ahead: change - BEFORE_MS - epoch, speed: SPEED };
  const trial = onCluster({
    does: '',
    plan: { time, timeZone: 'Europe/Berlin', beatMs: 300_000 },
    async disturb({ cluster, load, options: { note } }) {
      const until = async (instant: number) =>
        delay(Math.max(0, instant - cluster.now()) / SPEED);
      const late = cluster.now() - (change - HOUR_MS);
      if (late > 0) {
        throw new Error('The machine is too slow: the change passed unseen');
      }
      await cluster.transitions.turn();
      await until(change - HOUR_MS / 2);
      note('the hour of the change');
      const [replica] = cluster.replicas;
      await cluster.end(replica, 'SIGKILL');
      await cluster.begin(replica);
      await cluster.transitions.turn();
      await until(change - BEFORE_MS + DAY_MS);
      await cluster.transitions.untilNoticed();
      await load.reporters.acknowledge(50);
    },
  });
  return trial.run(options);
}
