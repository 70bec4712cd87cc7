import {
  BatchObservableCallback,
  metrics,
  Observable,
} from '@opentelemetry/api';
import { Attributes, InstrumentDescription } from './Gauge';

/** The name that Backstage gives to meters of plugins. */
const METER = 'backstage-plugin-adoption-metrics';

/** The current value of a gauge. */
export interface ObservedValue {
  gauge: string;
  value: number;
  attributes?: Attributes;
}

/**
 * Registers gauges with OpenTelemetry. They are only read if the backend has an
 * OpenTelemetry SDK. Values that are no longer known are reported as NaN.
 *
 * @param observe - must not throw
 * @returns unregisters the gauges
 */
export function observeGauges(
  gauges: InstrumentDescription[],
  observe: () => Promise<ObservedValue[]>,
): () => void {
  const meter = metrics.getMeter(METER);
  const byName = new Map<string, Observable>(
    gauges.map(({ name, ...options }) => [
      name,
      meter.createObservableGauge(name, options),
    ]),
  );
  const all = [...byName.values()];
  const known = new Map<string, ObservedValue>();
  const callback: BatchObservableCallback = async result => {
    const observed = new Map(
      (await observe()).map(each => [seriesOf(each), each]),
    );
    // Otherwise, the SDK would keep reporting the last value.
    for (const [series, before] of known) {
      if (!observed.has(series)) {
        observed.set(series, { ...before, value: NaN });
      }
    }
    for (const [series, each] of observed) {
      known.set(series, each);
      result.observe(byName.get(each.gauge)!, each.value, each.attributes);
    }
  };
  meter.addBatchObservableCallback(callback, all);
  return () => meter.removeBatchObservableCallback(callback, all);
}

function seriesOf({ gauge, attributes }: ObservedValue): string {
  return JSON.stringify([gauge, attributes]);
}

/** Adds to a counter. */
type Count = (value: number, attributes: Attributes) => void;

/**
 * @param start - attributes whose counters start at 0
 */
export function createCounter(
  { name, ...options }: InstrumentDescription,
  start: Attributes[],
): Count {
  const counter = metrics.getMeter(METER).createCounter(name, options);
  // A counter that only starts with its first count hides that increase.
  start.forEach(attributes => counter.add(0, attributes));
  return (value, attributes) => counter.add(value, attributes);
}
