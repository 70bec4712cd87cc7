const LOCK = 'adoption-metrics.delivery';

/**
 * Runs work while no other tab does, if the browser supports locks. Otherwise,
 * two tabs may send the same batch, which has no effect.
 */
export function exclusively(
  locks: LockManager | undefined,
  work: () => Promise<void>,
): Promise<void> {
  return locks ? locks.request(LOCK, work) : work();
}
