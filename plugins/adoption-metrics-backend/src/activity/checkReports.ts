import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { SampleHistoryStore } from '../samples';
import { GuestVisits, OptOutReader, SIGN_IN } from '../people';
import { Day, DAY_MS, formatInstant, ReportingZone } from '../time';
import { ActivityStore } from './ActivityStore';
import { describeOptOuts } from './describeOptOuts';
import { Silence, SilenceService } from './silence';
import { compareReaders, LEAST_READERS } from './silence/compareReaders';
import { describeQuiet, describeStopped } from './silence/silenceText';

const FIX_REPORTS =
  'Sign in and open a page of the catalog. If nothing comes within a minute, check that the app has the plugin: in the new frontend system backstage-plugin-adoption-metrics in packages/app/package.json, and among the features of createApp unless app.packages is all; in the old one, where createApp comes from @backstage/app-defaults and that has no effect, the components of backstage-plugin-adoption-metrics/legacy in packages/app/src/App.tsx and createAdoptionAnalyticsApiFactory() in apis.ts (docs/old-frontend-system.md). Automated browsers do not report, and neither does the app at any address other than app.baseUrl.';

const FIX_STOPPED =
  'Open a page and check the console and network tab of the browser: does the app still include the plugin, does something block POST /api/adoption-metrics/v1/events, and is the address of the portal missing from adoptionMetrics.collector.origins?';

const FIX_INTERACTIONS =
  'Open a page of the catalog and click something. If the warning stays, the app reports only page loads: in the old frontend system, add createAdoptionAnalyticsApiFactory() to packages/app/src/apis.ts, in the place of any other factory of analyticsApiRef (docs/old-frontend-system.md). Activity inside this plugin does not count.';

/** At least one interaction is expected in this many days. */
const INTERACTION_DAYS = 28;

/** Whether browsers report events, not counting imported history. */
export async function checkBatches(sources: {
  activity: Pick<ActivityStore, 'lastBatchAt' | 'countDaysAfter'>;
  guests: Pick<GuestVisits, 'lastAt'>;
  history: Pick<SampleHistoryStore, 'read'>;
  silence: Pick<SilenceService, 'lasting'>;
  now: number;
  zone: ReportingZone;
}): Promise<Diagnostic> {
  const { activity, guests, history, silence, now, zone } = sources;
  // For privacy, a batch only shows after its hour is over, except for the
  // first one.
  const [before, newest, imported, lasting, guestAt] = await Promise.all([
    activity.lastBatchAt(zone.hourOf(now).from),
    activity.lastBatchAt(),
    history.read(),
    silence.lasting(),
    guests.lastAt(),
  ]);
  const since = Math.max(
    zone.dayOf(imported?.until ?? 0) - 1,
    zone.dayOf(now) - INTERACTION_DAYS,
  );
  const daysInUse = await activity.countDaysAfter(since, 1);
  const isFirst = (before ?? -1) < (imported?.until ?? 0);
  return {
    id: 'last-batch',
    label: 'Events from browsers',
    ...judgeBatches(isFirst ? newest : before, {
      importedUntil: imported?.until,
      isUsed: daysInUse > 0,
      guestAt,
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
    isUsed,
    guestAt,
    lasting,
    now,
    zone,
  }: {
    importedUntil?: number;
    /** Whether there was any interaction recently. */
    isUsed: boolean;
    guestAt: number | undefined;
    lasting: Silence | undefined;
    now: number;
    zone: ReportingZone;
  },
): Pick<Diagnostic, 'status' | 'detail' | 'fix' | 'at'> {
  if ((at ?? -1) < importedUntil && (guestAt ?? -1) >= importedUntil) {
    const detail =
      'Only browsers of guests have reported so far, and guests are not counted.';
    return { status: 'problem', detail, fix: SIGN_IN };
  }
  if (at === undefined) {
    const detail = 'No browser has reported yet.';
    return { status: 'problem', detail, fix: FIX_REPORTS };
  }
  if (at < importedUntil) {
    const since = zone.writeInstant(importedUntil);
    const detail = `Only imported history: no browser has reported since the import on ${since}.`;
    return { status: 'warning', detail, fix: FIX_REPORTS };
  }
  if (now - at < DAY_MS) {
    return judgeUse(isUsed);
  }
  const lastDay = formatInstant(zone.startOf(zone.dayOf(at)));
  return { ...judgeSilence(lasting), at: lastDay };
}

function judgeUse(
  isUsed: boolean,
): Pick<Diagnostic, 'status' | 'detail' | 'fix'> {
  return isUsed
    ? { status: 'ok', detail: 'Browsers are reporting.' }
    : {
        status: 'warning',
        detail: 'Browsers report page loads, but no user activity.',
        fix: FIX_INTERACTIONS,
      };
}

// A weekend, a holiday, or a quiet week is not a problem.
function judgeSilence(
  lasting: Silence | undefined,
): Pick<Diagnostic, 'status' | 'detail' | 'fix'> {
  switch (lasting?.state) {
    case 'stopped':
      return {
        status: 'problem',
        detail: describeStopped(lasting),
        fix: FIX_STOPPED,
      };
    case 'quiet':
      return { status: 'warning', detail: describeQuiet(lasting.since) };
    default:
      return {
        status: 'ok',
        detail:
          'No browser has reported for more than a day, which is usual for this portal.',
      };
  }
}

/** Days that are compared with earlier ones. */
const RECENT_DAYS = 7;

/** Length of the earlier period. */
const EARLIER_DAYS = 56;

/** Whether some of the browsers have stopped reporting. */
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
    const detail =
      'Not enough data: too few people opened it in the last 7 days.';
    return { status: 'ok', detail };
  }
  const detail =
    `In the last 7 days, ${recent.reporting} of ${recent.readers} daily ` +
    'readers also reported usage';
  return isFalling
    ? {
        status: 'warning',
        detail: `${detail}, down from ${earlier.reporting} of ${earlier.readers} in the 8 weeks before. Some browsers seem to have stopped reporting.`,
        fix: 'Check for browser extensions that block requests, a new version of the app without the collector, and origins missing from adoptionMetrics.collector.origins.',
      }
    : { status: 'ok', detail: `${detail}.` };
}

/** How many people do not count because they opted out. */
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
