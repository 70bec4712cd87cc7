const LOCK = 'adoption-metrics.delivery';

/**
 * Runs the work while no other tab does, where the browser has locks.
 * Elsewhere two tabs may send a batch twice, which its id makes free.
 */
export function exclusively(
  locks: LockManager | undefined,
  work: () => Promise<void>,
): Promise<void> {
  return locks ? locks.request(LOCK, work) : work();
}
