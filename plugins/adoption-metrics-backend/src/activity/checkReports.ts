import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { SampleHistoryStore } from '../samples';
import { OptOutReader } from '../people';
import { Day, DAY_MS, formatInstant } from '../time';
import { ActivityStore } from './ActivityStore';
import { describeOptOuts } from './describeOptOuts';

const FIX_REPORTS =
  'Install backstage-plugin-adoption-metrics in the app, sign in, and open a few pages.';

/** Whether browsers report; imported history is not from them. */
export async function checkBatches(sources: {
  activity: Pick<ActivityStore, 'lastBatchAt'>;
  history: Pick<SampleHistoryStore, 'read'>;
  now: number;
}): Promise<Diagnostic> {
  const { activity, history, now } = sources;
  const [at, imported] = await Promise.all([
    activity.lastBatchAt(),
    history.read(),
  ]);
  return {
    id: 'last-batch',
    label: 'Events from browsers',
    ...judgeBatches(at, { importedUntil: imported?.until, now }),
  };
}

function judgeBatches(
  at: number | undefined,
  { importedUntil = 0, now }: { importedUntil?: number; now: number },
): Pick<Diagnostic, 'status' | 'detail' | 'fix' | 'at'> {
  if (at === undefined) {
    const detail = 'No browser reports yet.';
    return { status: 'problem', detail, fix: FIX_REPORTS };
  }
  if (at < importedUntil) {
    const since = formatInstant(importedUntil);
    const detail = `Only imported history: no browser has reported anything since the import at ${since}.`;
    return { status: 'warning', detail, fix: FIX_REPORTS };
  }
  if (now - at >= DAY_MS) {
    const detail = 'No browser has reported anything for more than a day.';
    const lastAt = formatInstant(at);
    return { status: 'warning', detail, fix: FIX_REPORTS, at: lastAt };
  }
  const detail = 'Browsers are reporting.';
  return { status: 'ok', detail, at: formatInstant(at) };
}

/** How many people the metrics leave out because they opted out. */
export async function checkOptOuts(sources: {
  optOuts: Pick<OptOutReader, 'read'>;
  today: Day;
}): Promise<Diagnostic> {
  return {
    id: 'opt-outs',
    label: 'People who opted out',
    status: 'ok',
    detail: describeOptOuts(await sources.optOuts.read(sources.today)),
  };
}
