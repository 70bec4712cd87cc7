import { deadlineStates } from 'backstage-plugin-adoption-metrics-common';
import { GaugeGroup, InstrumentDescription, observeState } from '../telemetry';
import { DeadlineStatus, DeadlineStatusReader } from './DeadlineStatusReader';

const gauges = {
  state: {
    name: 'adoption_metrics.deadline.state',
    description: 'Status of the deadline: 1 for the current one, otherwise 0',
    unit: '1',
  },
  goal: {
    name: 'adoption_metrics.deadline.goal',
    description: 'Share of developers to reach by the deadline',
    unit: '1',
  },
  remaining: {
    name: 'adoption_metrics.deadline.remaining',
    description: 'Calendar days until the deadline; negative after it',
    unit: 'd',
  },
  probability: {
    name: 'adoption_metrics.deadline.probability',
    description:
      'Probability of reaching the goal, as of the last closed week; absent without a forecast',
    unit: '1',
  },
} satisfies Record<string, InstrumentDescription>;

/** Gauges about the deadline; no values without one. */
export function deadlineGauges(
  reader: Pick<DeadlineStatusReader, 'read'>,
): GaugeGroup {
  return {
    gauges: Object.values(gauges),
    read: async () => {
      const status = await reader.read();
      return status ? observe(status) : [];
    },
  };
}

function observe({ deadline, state, daysLeft, latest }: DeadlineStatus) {
  const probability = latest?.forecast?.probability;
  return [
    ...observeState(
      gauges.state.name,
      { attribute: 'adoption_metrics.state', states: deadlineStates },
      state,
    ),
    { gauge: gauges.goal.name, value: deadline.goal },
    { gauge: gauges.remaining.name, value: daysLeft },
    ...(probability === undefined
      ? []
      : [{ gauge: gauges.probability.name, value: probability }]),
  ];
}
