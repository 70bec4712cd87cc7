import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { SampleHistoryStore } from '../samples';
import { DAY_MS, formatInstant } from '../time';
import { ActivityStore } from './ActivityStore';

const FIX_REPORTS =
  'Install backstage-plugin-adoption-metrics in the app, sign in and click around.';

/** Whether browsers report; what an imported history holds is not theirs. */
export async function checkBatches(sources: {
  activity: Pick<ActivityStore, 'lastBatchAt'>;
  history: Pick<SampleHistoryStore, 'read'>;
  now: number;
}): Promise<Diagnostic> {
  const { activity, history, now } = sources;
  const base = { id: 'last-batch', label: 'Events from browsers' };
  const [at, imported] = await Promise.all([
    activity.lastBatchAt(),
    history.read(),
  ]);
  if (at === undefined) {
    const detail = 'No browser has reported anything yet.';
    return { ...base, status: 'problem', detail, fix: FIX_REPORTS };
  }
  if (imported && at < imported.until) {
    const since = formatInstant(imported.until);
    const detail = `Only the sample history: no browser has reported anything since it was imported, at ${since}.`;
    return { ...base, status: 'warning', detail, fix: FIX_REPORTS };
  }
  return now - at < DAY_MS
    ? {
        ...base,
        status: 'ok',
        detail: 'Browsers report what people do.',
        at: formatInstant(at),
      }
    : {
        ...base,
        status: 'warning',
        detail: 'No browser has reported anything for over a day.',
        fix: FIX_REPORTS,
        at: formatInstant(at),
      };
}

/** How many people the metrics leave out because they asked for it. */
export async function checkOptOuts(sources: {
  activity: Pick<ActivityStore, 'countOptedOut'>;
  minimumGroupSize: number;
}): Promise<Diagnostic> {
  const people = await sources.activity.countOptedOut();
  return {
    id: 'opt-outs',
    label: 'People who opted out',
    status: 'ok',
    detail: describeOptOuts(people, sources.minimumGroupSize),
  };
}

function describeOptOuts(people: number, minimumGroupSize: number): string {
  if (people === 0) {
    return 'Nobody asked not to be counted.';
  }
  const number =
    people < minimumGroupSize ? `Fewer than ${minimumGroupSize}` : people;
  return `${number} people asked not to be counted; no metric includes them.`;
}
