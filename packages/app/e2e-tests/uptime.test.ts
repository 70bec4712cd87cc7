import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { test, type Portal } from './support';

const heartbeat = 2;
const twoBeats = 2 * heartbeat;

async function lostSeconds(portal: Portal) {
  return (await portal.metric('uptime')).facts['error-budget-used'] ?? 0;
}

async function causes(portal: Portal) {
  const { breakdowns } = await portal.detail('uptime');
  return JSON.stringify(breakdowns.filter(({ id }) => id !== 'states'));
}

async function secondsUp(portal: Portal) {
  const { breakdowns } = await portal.detail('uptime');
  const states = breakdowns.find(({ id }) => id === 'states');
  return states?.rows.find(({ id }) => id === 'up')?.value ?? 0;
}

// A process that ends before its second beat has proven no time at all.
async function untilItBeats(portal: Portal) {
  const before = await secondsUp(portal);
  await expect
    .poll(() => secondsUp(portal))
    .toBeGreaterThan(before + 3 * heartbeat);
}

/** Seconds from the end of the backend until it is back. */
async function outage(portal: Portal, end: () => Promise<void>) {
  await untilItBeats(portal);
  const endedAt = Date.now();
  await end();
  // The outage has to last to be measured.
  await delay(10_000);
  await portal.start({ heartbeat });
  const seconds = (Date.now() - endedAt) / 1000;
  await untilItBeats(portal);
  return seconds;
}

test('uptime loses the time for which the portal was away', async ({
  startPortal,
}) => {
  const portal = await startPortal({ heartbeat });
  const lostAtFirst = await lostSeconds(portal);

  await test.step('a restart in good order is no crash', async () => {
    const seconds = await outage(portal, () => portal.stop());
    const lost = (await lostSeconds(portal)) - lostAtFirst;
    expect(Math.abs(lost - seconds)).toBeLessThanOrEqual(twoBeats);
    expect(await causes(portal)).not.toContain('crash');
  });

  await test.step('the death of the process is a crash', async () => {
    const lostBefore = await lostSeconds(portal);
    const seconds = await outage(portal, () => portal.kill());
    const lost = (await lostSeconds(portal)) - lostBefore;
    expect(Math.abs(lost - seconds)).toBeLessThanOrEqual(twoBeats);
    expect(await causes(portal)).toContain('crash');
  });
});
