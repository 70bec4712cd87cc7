import type {
  PageLoadDiscardEvent,
  PageLoadEvent,
  PageLoadKind,
  PageLoadMethod,
} from 'backstage-plugin-adoption-metrics-common';
import { LOAD_CAP_MS } from './Settling';

/** A completed load: measured, or discarded for a reason. */
export type Measurement =
  | Omit<PageLoadEvent, 'at' | 'routeId'>
  | Omit<PageLoadDiscardEvent, 'at'>;

export type DiscardReason = PageLoadDiscardEvent['reason'];

/** A load with its duration in milliseconds, up to the cap. */
export function measured(
  kind: PageLoadKind,
  method: PageLoadMethod,
  milliseconds: number,
): Measurement {
  const bounded = Math.min(Math.max(milliseconds, 0), LOAD_CAP_MS);
  const duration = Math.round(bounded) / 1000;
  return { type: 'page-load', kind, method, duration };
}

export function discarded(
  kind: PageLoadKind,
  reason: DiscardReason,
): Measurement {
  return { type: 'page-load-discard', kind, reason };
}
