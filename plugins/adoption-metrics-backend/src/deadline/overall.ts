import {
  Metric,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';

type Verdict = DeadlineReport['verdict'];
type Judged = Pick<Metric, 'name' | 'status'>;

/** The overall verdict on all metrics. Undecided if any of them is. */
export function overallVerdict(metrics: Judged[]): Verdict {
  const met = metrics.filter(({ status }) => status === 'met').length;
  const undecided = metrics.filter(({ status }) => status === 'undecided');
  const all = metrics.length;
  const missed = metrics.filter(({ status }) => status === 'missed');
  const parts = [
    `${met} of ${all} targets met`,
    ...(missed.length > 0 ? [`missed: ${listOf(missed)}`] : []),
    ...(undecided.length > 0
      ? [
          `not enough data overall: ${listOf(undecided)} ${are(
            undecided,
          )} undecided`,
        ]
      : []),
  ];
  return {
    met,
    state: undecided.length > 0 ? 'insufficient-data' : stateOf({ met, all }),
    sentence: `${parts.join('; ')}.`,
  };
}

function listOf(metrics: Judged[]): string {
  return metrics.map(({ name }) => name.split(',')[0].toLowerCase()).join(', ');
}

function are(metrics: Judged[]): string {
  return metrics.length === 1 ? 'is' : 'are';
}

function stateOf({ met, all }: { met: number; all: number }): Verdict['state'] {
  if (met === all) {
    return 'healthy';
  }
  return met === 0 ? 'failing' : 'mixed';
}
