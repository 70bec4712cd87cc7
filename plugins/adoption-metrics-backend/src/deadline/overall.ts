import {
  Metric,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';

type Verdict = DeadlineReport['verdict'];

/** All four metrics together; one without a verdict never counts as met. */
export function overallVerdict(metrics: Metric[]): Verdict {
  const met = metrics.filter(({ status }) => status === 'met').length;
  const undecided = metrics.filter(({ status }) => status === 'undecided');
  const all = metrics.length;
  const missed = metrics
    .filter(({ status }) => status === 'missed')
    .map(({ name }) => name.split(',')[0].toLowerCase());
  const parts = [
    `${met} of ${all} targets met`,
    ...(missed.length > 0 ? [`missed: ${missed.join(', ')}`] : []),
    ...(undecided.length > 0 ? [`not enough data: ${undecided.length}`] : []),
  ];
  return {
    met,
    state: stateOf({ met, all, undecided: undecided.length }),
    sentence: `${parts.join('; ')}.`,
  };
}

function stateOf({
  met,
  all,
  undecided,
}: {
  met: number;
  all: number;
  undecided: number;
}): Verdict['state'] {
  if (met === all) {
    return 'healthy';
  }
  if (met + undecided === all && met === 0) {
    return 'insufficient-data';
  }
  return met === 0 ? 'failing' : 'mixed';
}
