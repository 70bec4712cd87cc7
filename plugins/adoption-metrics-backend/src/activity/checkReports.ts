import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { SampleHistoryStore } from '../samples';
import { OptOutReader } from '../people';
import { Day, DAY_MS, formatInstant, ReportingZone } from '../time';
import { ActivityStore } from './ActivityStore';
import { describeOptOuts } from './describeOptOuts';
import { Silence, SilenceService } from './silence';
import { compareReaders, LEAST_READERS } from './silence/compareReaders';
import { describeQuiet, describeStopped } from './silence/silenceText';

const FIX_REPORTS =
  'Install backstage-plugin-adoption-metrics in the app, sign in, and open a few pages.';

/** Whether browsers report; imported history is not from them. */
export async function checkBatches(sources: {
  activity: Pick<ActivityStore, 'lastBatchAt'>;
  history: Pick<SampleHistoryStore, 'read'>;
  silence: Pick<SilenceService, 'lasting'>;
  now: number;
  zone: ReportingZone;
}): Promise<Diagnostic> {
  const { activity, history, silence, now, zone } = sources;
  // A report shows when its hour is over, but for the first one.
  const [before, newest, imported, lasting] = await Promise.all([
    activity.lastBatchAt(zone.hourOf(now).from),
    activity.lastBatchAt(),
    history.read(),
    silence.lasting(),
  ]);
  const isFirst = (before ?? -1) < (imported?.until ?? 0);
  return {
    id: 'last-batch',
    label: 'Events from browsers',
    ...judgeBatches(isFirst ? newest : before, {
      importedUntil: imported?.until,
      lasting,
      now,
      zone,
    }),
  };
}

function judgeBatches(
  at: number | undefined,
  {
    importedUntil = 0,
    lasting,
    now,
    zone,
  }: {
    importedUntil?: number;
    lasting: Silence | undefined;
    now: number;
    zone: ReportingZone;
  },
): Pick<Diagnostic, 'status' | 'detail' | 'fix' | 'at'> {
  if (at === undefined) {
    const detail = 'No browser reports yet.';
    return { status: 'problem', detail, fix: FIX_REPORTS };
  }
  if (at < importedUntil) {
    const since = zone.writeInstant(importedUntil);
    const detail = `Only imported history: no browser has reported anything since the import on ${since}.`;
    return { status: 'warning', detail, fix: FIX_REPORTS };
  }
  if (now - at < DAY_MS) {
    return { status: 'ok', detail: 'Browsers are reporting.' };
  }
  const lastDay = formatInstant(zone.startOf(zone.dayOf(at)));
  return { ...judgeSilence(lasting), at: lastDay };
}

// A weekend, a holiday and a quiet week are no faults.
function judgeSilence(
  lasting: Silence | undefined,
): Pick<Diagnostic, 'status' | 'detail' | 'fix'> {
  switch (lasting?.state) {
    case 'stopped':
      return {
        status: 'problem',
        detail: describeStopped(lasting),
        fix: FIX_REPORTS,
      };
    case 'quiet':
      return { status: 'warning', detail: describeQuiet(lasting.since) };
    default:
      return {
        status: 'ok',
        detail:
          'No browser has reported for more than a day, which is not unusual here.',
      };
  }
}

/** Days in which part of the browsers may have fallen silent. */
const RECENT_DAYS = 7;

/** Days before with which they are compared. */
const EARLIER_DAYS = 56;

/** Whether part of the browsers has stopped reporting. */
export async function checkReaders(sources: {
  silence: Pick<SilenceService, 'closed'>;
  today: Day;
}): Promise<Diagnostic> {
  const { silence, today } = sources;
  const from = today - RECENT_DAYS;
  const [recent, earlier] = await Promise.all([
    silence.closed({ from, to: today }),
    silence.closed({ from: from - EARLIER_DAYS, to: from }),
  ]);
  return {
    id: 'reporting-readers',
    label: 'Browsers of people who open this plugin',
    ...describeReaders(compareReaders(recent, earlier)),
  };
}

function describeReaders({
  recent,
  earlier,
  isFalling,
}: ReturnType<typeof compareReaders>): Pick<
  Diagnostic,
  'status' | 'detail' | 'fix'
> {
  if (recent.readers < LEAST_READERS) {
    const detail = 'Too few people opened it in the last 7 days to tell.';
    return { status: 'ok', detail };
  }
  const detail =
    `In the last 7 days, ${recent.reporting} of ${recent.readers} daily ` +
    'readers also reported usage';
  return isFalling
    ? {
        status: 'warning',
        detail: `${detail}, down from ${earlier.reporting} of ${earlier.readers} in the 8 weeks before. Part of the browsers seem to have stopped reporting.`,
        fix: 'Check for browser extensions that block requests, a new version of the app without the collector, and origins missing from adoptionMetrics.collector.origins.',
      }
    : { status: 'ok', detail: `${detail}.` };
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
