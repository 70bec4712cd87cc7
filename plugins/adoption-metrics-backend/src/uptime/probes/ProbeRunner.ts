import {
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import {
  Clock,
  Probe,
  ProbeResult,
} from 'backstage-plugin-adoption-metrics-node';
import { describeDatabaseError, plainText } from '../../database';
import { concealAddresses, failureCodeOf, withinLimit } from '../../failures';
import { MINUTE_MS, SECOND_MS } from '../../time';
import { Check, LONGEST_DETAIL } from '../checks';
import { ComponentStore } from '../ComponentStore';
import { isReady } from '../readiness';

/** After this many missed runs, a component counts as silent. */
const RUNS_UNTIL_SILENCE = 4;
const SHORTEST_SILENCE = 2 * MINUTE_MS;

/** A module's probe that hangs must not stop the others, in ms. */
const LONGEST_CHECK = 90 * SECOND_MS;

/** Runs all probes, and stores their results. */
export class ProbeRunner {
  constructor(
    private readonly options: {
      probes: Probe[];
      store: ComponentStore;
      clock: Clock;
      logger: LoggerService;
      health: Pick<RootHealthService, 'getReadiness'>;
      /** Time between two runs, in ms. */
      period: number;
    },
  ) {}

  /**
   * Runs all probes concurrently. Does nothing if this process is starting or
   * stopping.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { probes, health } = this.options;
    if (!(await isReady(health))) {
      return;
    }
    await Promise.all(probes.map(probe => this.#runOne(probe, signal)));
  }

  async #runOne(probe: Probe, signal: AbortSignal): Promise<void> {
    const { store, clock, logger } = this.options;
    const check = await this.#check(probe, signal);
    if (signal.aborted) {
      return;
    }
    try {
      const { id } = await store.define(this.#definition(probe));
      await store.record(id, [check], clock.now());
    } catch (error) {
      const reason = describeDatabaseError(error);
      logger.warn(
        `Could not store the result of probe '${probe.name}': ${reason}`,
      );
    }
  }

  // The result counts from the time of the request: a server that fails slowly
  // was down all along.
  async #check(probe: Probe, signal: AbortSignal): Promise<Check> {
    const at = this.options.clock.now();
    try {
      const result = await withinLimit(LONGEST_CHECK, signal, within =>
        probe.check(within),
      );
      return checkOf(at, result);
    } catch (error) {
      return { at, state: 'down', detail: failureCodeOf(error) };
    }
  }

  #definition({ name, counts = false }: Probe) {
    const { period } = this.options;
    const silence = Math.max(RUNS_UNTIL_SILENCE * period, SHORTEST_SILENCE);
    return { name, counts, silence, source: 'probe' as const };
  }
}

// Probes of modules are third-party code.
function checkOf(
  at: number,
  { state, detail, certificateExpiresAt }: ProbeResult,
): Check {
  const check: Check = { at, state: state === 'up' ? 'up' : 'down' };
  if (detail) {
    const most = LONGEST_DETAIL;
    check.detail = plainText(concealAddresses(detail), { most });
  }
  if (Number.isSafeInteger(certificateExpiresAt)) {
    check.certificateExpiresAt = certificateExpiresAt;
  }
  return check;
}
