import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  DeclaredMaintenance,
  MaintenanceList,
  MaintenanceRequest,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { LateDays } from '../samples';
import { DAY_MS, formatInstant, Interval } from '../time';
import { formatMaintenance } from './answers';
import { MaintenanceStore } from './MaintenanceStore';

const LONGEST_DAYS = 31;

/** Declares, cancels, and lists maintenance. */
export class MaintenanceService {
  constructor(
    private readonly options: {
      store: MaintenanceStore;
      clock: Clock;
      /** Whether to exclude maintenance that was declared late. */
      excludeLate: boolean;
      lateDays: Pick<LateDays, 'markSince'>;
    },
  ) {}

  async list(window: Interval): Promise<MaintenanceList> {
    const { store, clock } = this.options;
    const windows = await store.during(window);
    return {
      computedAt: formatInstant(clock.now()),
      windows: windows.map(each => formatMaintenance(each, this.options)),
    };
  }

  /**
   * @param declaredBy - entity ref of the author
   * @throws InputError if it ends before it begins, or is too long
   */
  async declare(
    request: MaintenanceRequest,
    declaredBy: string,
  ): Promise<DeclaredMaintenance> {
    const { store, clock, excludeLate, lateDays } = this.options;
    const { reason } = request;
    const window = readWindow(request);
    const declaredAt = clock.now();
    const declared = await store.declare({
      ...window,
      reason,
      declaredAt,
      declaredBy,
    });
    if (excludeLate) {
      await lateDays.markSince(window.from);
    }
    return formatMaintenance(declared, this.options);
  }

  /**
   * Cancels a window that has not begun, or ends one that has.
   *
   * @throws NotFoundError if there is no window with that id
   * @throws ConflictError if it is already over
   */
  async cancel(id: number): Promise<DeclaredMaintenance> {
    const { store, clock } = this.options;
    const now = clock.now();
    const window = await store.find(id);
    if (!window) {
      throw new NotFoundError(`Maintenance window ${id} was not found`);
    }
    if (window.to <= now) {
      throw new ConflictError(
        `Maintenance window ${id} is over and can no longer be canceled`,
      );
    }
    await store.cancel(id, now);
    const cancelled = await store.find(id);
    return formatMaintenance(cancelled ?? window, this.options);
  }
}

function readWindow(request: MaintenanceRequest): Interval {
  const [from, to] = [request.from, request.to].map(Date.parse);
  if (from >= to || to - from > LONGEST_DAYS * DAY_MS) {
    throw new InputError(
      refusalOf(
        "field 'to'",
        request.to,
        `instants after 'from', up to ${LONGEST_DAYS} days later`,
      ),
    );
  }
  return { from, to };
}
