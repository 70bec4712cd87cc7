import {
  BatchObservableCallback,
  metrics,
  Observable,
} from '@opentelemetry/api';
import { Attributes, InstrumentDescription } from './Gauge';

/** As Backstage names the meters of its plugins. */
const METER = 'backstage-plugin-adoption-metrics';

/** A value that is observed now. */
export interface ObservedValue {
  gauge: string;
  value: number;
  attributes?: Attributes;
}

/**
 * Has gauges observed whenever metrics are collected. Without an OpenTelemetry
 * SDK in the backend nothing is ever collected. What was known and is unknown
 * now is NaN.
 *
 * @param observe - must not throw
 * @returns ends it
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
    // The SDK goes on with the last value of what is not observed any more, and
    // nobody could tell that it is unknown now.
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
export type Count = (value: number, attributes: Attributes) => void;

/** @param start - the values that are known before anything is counted: 0 */
export function createCounter(
  { name, ...options }: InstrumentDescription,
  start: Attributes[],
): Count {
  const counter = metrics.getMeter(METER).createCounter(name, options);
  // Of a counter that begins with its first count, no increase can be told.
  start.forEach(attributes => counter.add(0, attributes));
  return (value, attributes) => counter.add(value, attributes);
}
