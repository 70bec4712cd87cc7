import {
  Diagnostic,
  diagnosticOf,
  Finding,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { SampleHistoryStore } from '../samples';
import { GuestVisits, OptOutReader } from '../people';
import { Day, DAY_MS, formatInstant, ReportingZone } from '../time';
import { ActivityStore } from './ActivityStore';
import { describeOptOuts } from './describeOptOuts';
import { Silence, SilenceService } from './silence';
import { compareReaders, LEAST_READERS } from './silence/compareReaders';
import { describeQuiet, describeStopped } from './silence/silenceText';

/** Within so many days, some interaction has to come. */
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
  return diagnosticOf(
    'last-batch',
    judgeBatches(isFirst ? newest : before, {
      importedUntil: imported?.until,
      isUsed: daysInUse > 0,
      guestAt,
      lasting,
      now,
      zone,
    }),
  );
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
): Finding {
  if ((at ?? -1) < importedUntil && (guestAt ?? -1) >= importedUntil) {
    const detail = [say('health.last-batch.guests')];
    return { status: 'problem', detail, fix: say('health.guests.fix') };
  }
  if (at === undefined) {
    const detail = [say('health.last-batch.none')];
    return {
      status: 'problem',
      detail,
      fix: say('health.last-batch.none.fix'),
    };
  }
  if (at < importedUntil) {
    const time = zone.sayInstant(importedUntil);
    const detail = [say('health.last-batch.imported', { time })];
    return {
      status: 'warning',
      detail,
      fix: say('health.last-batch.none.fix'),
    };
  }
  if (now - at < DAY_MS) {
    return judgeUse(isUsed);
  }
  const lastDay = formatInstant(zone.startOf(zone.dayOf(at)));
  return { ...judgeSilence(lasting), at: lastDay };
}

function judgeUse(isUsed: boolean): Finding {
  return isUsed
    ? { status: 'ok', detail: [say('health.last-batch.ok')] }
    : {
        status: 'warning',
        detail: [say('health.last-batch.no-activity')],
        fix: say('health.last-batch.no-activity.fix'),
      };
}

// A weekend, a holiday and a quiet week are no faults.
function judgeSilence(lasting: Silence | undefined): Finding {
  switch (lasting?.state) {
    case 'stopped':
      return {
        status: 'problem',
        detail: [describeStopped(lasting)],
        fix: say('health.last-batch.stopped.fix'),
      };
    case 'quiet':
      return { status: 'warning', detail: [describeQuiet(lasting.since)] };
    default:
      return {
        status: 'ok',
        detail: [say('health.last-batch.usual')],
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
  return diagnosticOf(
    'reporting-readers',
    describeReaders(compareReaders(recent, earlier)),
  );
}

function describeReaders({
  recent,
  earlier,
  isFalling,
}: ReturnType<typeof compareReaders>): Finding {
  if (recent.readers < LEAST_READERS) {
    const detail = [say('health.reporting-readers.too-few')];
    return { status: 'ok', detail };
  }
  const { reporting, readers } = recent;
  return isFalling
    ? {
        status: 'warning',
        detail: [
          say('health.reporting-readers.falling', {
            reporting,
            readers,
            reportingBefore: earlier.reporting,
            readersBefore: earlier.readers,
          }),
        ],
        fix: say('health.reporting-readers.falling.fix'),
      }
    : {
        status: 'ok',
        detail: [say('health.reporting-readers.ok', { reporting, readers })],
      };
}

/** How many people do not count because they opted out. */
export async function checkOptOuts(sources: {
  optOuts: Pick<OptOutReader, 'read'>;
  today: Day;
}): Promise<Diagnostic> {
  const people = await sources.optOuts.read(sources.today);
  return diagnosticOf('opt-outs', {
    status: 'ok',
    detail: [describeOptOuts(people)],
  });
}
