import { JsonObject, JsonValue } from '@backstage/types';
import { collectorConfig } from 'backstage-plugin-adoption-metrics-common/contract';
import { listSettings } from '../../scripts/listSettings';
import { adoptionMetricsConfig } from '../config';

/** A value under a key of the configuration, with what belongs beside it. */
export interface Mistake {
  /** In full. */
  key: string;
  value: JsonValue;
  /** The whole configuration. */
  config: JsonObject;
}

const ROOT = 'adoptionMetrics';

/** What people and templates write where something else belongs. */
const wrongValues: JsonValue[] = [
  null,
  '',
  ' ',
  'NaN',
  '1e999',
  '-1',
  'P1D',
  '\0',
  '\ud800',
  // A secret that is not set, as a shell would write it.
  '$' + '{UNSET}',
  'https://portal.example.com',
  'x'.repeat(100_000),
  true,
  false,
  0,
  -1,
  0.1,
  2 ** 53,
  1e308,
  [],
  [null],
  ['', {}, [[]], 1],
  {},
  { days: -1 },
  { weeks: 1e300 },
  { nested: { deep: [1] } },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
];

/** What groups need beside the key that is tried, by the path of the group. */
const neighbors: Record<string, JsonObject> = {
  deadline: { deadline: { start: '2026-11-02' } },
  'alerts.webhook': {
    alerts: { webhook: { url: 'https://hooks.example.com' } },
  },
  'uptime.probes.some-name': {
    uptime: { probes: { 'some-name': { url: 'https://docs.example.com' } } },
  },
};

const schema = adoptionMetricsConfig.extend({ collector: collectorConfig });

/** Every key, and every group of keys, with each wrong value. */
export function mistakes(): Mistake[] {
  return allPaths().flatMap(path =>
    wrongValues.map(value => ({
      key: [ROOT, ...path].join('.'),
      value,
      config: { [ROOT]: replaced(neighborsOf(path), path, value) },
    })),
  );
}

function allPaths(): string[][] {
  const leaves = listSettings(schema).map(({ path }) =>
    path.map(step => step.replace(/<.*>/, 'some-name')),
  );
  const paths = leaves.flatMap(path =>
    [...path, ''].map((_, length) => path.slice(0, length)),
  );
  return [...new Map(paths.map(path => [path.join('.'), path])).values()];
}

function neighborsOf(path: string[]): JsonObject {
  const groups = Object.keys(neighbors);
  const group = groups.find(each => path.join('.').startsWith(`${each}.`));
  return group === undefined ? {} : neighbors[group];
}

function replaced(
  within: JsonValue | undefined,
  [step, ...rest]: string[],
  value: JsonValue,
): JsonValue {
  if (step === undefined) {
    return value;
  }
  const group = (within ?? {}) as JsonObject;
  return { ...group, [step]: replaced(group[step], rest, value) };
}
