import {
  Metric,
  metricStatuses,
  Unit,
} from 'backstage-plugin-adoption-metrics-common';
import { MetricSource } from '../parts';
import {
  GaugeGroup,
  InstrumentDescription,
  Observation,
  observeState,
} from '../telemetry';
import { ScorecardReporter } from './ScorecardReporter';

const METRIC = 'adoption_metrics.metric.id';

const units: Record<Unit, string> = { share: '1', seconds: 's' };

/** Gauges with one value per metric. */
const shared = {
  status: {
    name: 'adoption_metrics.metric.status',
    description: 'Status of a metric: 1 for the current one, otherwise 0',
    unit: '1',
  },
  coverage: {
    name: 'adoption_metrics.metric.coverage',
    description: 'Data coverage of the window of a metric',
    unit: '1',
  },
  age: {
    name: 'adoption_metrics.metric.evidence.age',
    description: 'Age of a metric',
    unit: 's',
  },
} satisfies Record<string, InstrumentDescription>;

/** Gauges of the current scorecard. */
export function scorecardGauges(handles: {
  metrics: MetricSource[];
  reporter: Pick<ScorecardReporter, 'scorecard'>;
}): GaugeGroup {
  const { metrics, reporter } = handles;
  return {
    gauges: [...metrics.flatMap(gaugesOf), ...Object.values(shared)],
    read: async () => {
      const scorecard = await reporter.scorecard();
      return scorecard.metrics.flatMap(observe);
    },
  };
}

// An instrument has a single unit, and one metric is measured in seconds.
function gaugesOf({ id, name, unit, target }: MetricSource) {
  return [
    {
      name: nameOf(id, 'value'),
      description: `${name}; absent while unknown`,
      unit: units[unit],
    },
    {
      name: nameOf(id, 'target'),
      description: `Target of the value: ${target.operator}`,
      unit: units[unit],
    },
  ];
}

function nameOf(id: string, what: 'value' | 'target'): string {
  return `adoption_metrics.${id.replaceAll('-', '_')}.${what}`;
}

function observe(metric: Metric): Observation[] {
  const { id, value, target, status, coverage, asOf } = metric;
  const attributes = { [METRIC]: id };
  const observations: Observation[] = [
    { gauge: nameOf(id, 'target'), value: target.value },
    ...observeState(
      shared.status.name,
      {
        attribute: 'adoption_metrics.status',
        states: metricStatuses,
        others: attributes,
      },
      status,
    ),
  ];
  if (value !== null) {
    observations.push({ gauge: nameOf(id, 'value'), value });
  }
  if (coverage !== null) {
    const gauge = shared.coverage.name;
    observations.push({ gauge, value: coverage, attributes });
  }
  if (asOf !== null) {
    const gauge = shared.age.name;
    const since = Date.parse(asOf);
    observations.push({ gauge, value: { since }, attributes });
  }
  return observations;
}
