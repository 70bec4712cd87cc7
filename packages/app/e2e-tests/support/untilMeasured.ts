import { expect } from '@playwright/test';
import type {
  DeadlineReport,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import type { Portal } from './Portal';

/** Waits until a portal with a history knows all four metrics. */
export async function untilMeasured(portal: Portal) {
  const isThere = async () => {
    const { metrics } = await portal.get<Scorecard>('/scorecard');
    return metrics.every(({ value }) => value !== null);
  };
  await expect.poll(isThere, { timeout: 240_000 }).toBe(true);
}

/** Waits until a portal with a history has judged its deadline. */
export async function untilDeadlineIs(
  portal: Portal,
  state: DeadlineReport['state'],
) {
  const current = async () =>
    (await portal.get<DeadlineReport>('/deadline')).state;
  await expect.poll(current, { timeout: 240_000 }).toBe(state);
}
