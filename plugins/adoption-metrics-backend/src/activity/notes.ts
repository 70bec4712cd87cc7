import { DeveloperStore, isRekeyed, OptOutReader } from '../people';
import { SampleStore } from '../samples';
import { Day, formatDay, trailingDays } from '../time';
import { ActivityStore } from './ActivityStore';
import { describeOptOuts } from './describeOptOuts';
import { dimensions, METRIC, WINDOW_DAYS } from './dimensions';
import { LifecycleStore } from './LifecycleStore';

interface NoteSources {
  activity: ActivityStore;
  developers: DeveloperStore;
  optOuts: OptOutReader;
  lifecycle: LifecycleStore;
  samples: SampleStore;
}

/** What a reader should know besides the number of active users. */
export async function describeActivity(
  sources: NoteSources,
  { today, closedDay }: { today: Day; closedDay: Day | undefined },
): Promise<string[]> {
  const lastDay = closedDay ?? today - 1;
  const notes = await Promise.all([
    describeHold(sources, today),
    describeSilence(sources, lastDay),
    describeRekeying(sources, today),
    sources.optOuts.read(today).then(describeOptOuts),
  ]);
  return notes.filter(note => note !== undefined);
}

async function describeHold({ developers }: NoteSources, today: Day) {
  const count = await developers.countOn(today);
  return count?.held
    ? 'The catalog has over 20% fewer users than before. The previous number holds until a second sync confirms the drop.'
    : undefined;
}

async function describeSilence(
  { activity, samples }: NoteSources,
  lastDay: Day,
): Promise<string | undefined> {
  const [firstDay = Infinity, daily] = await Promise.all([
    activity.firstDay(),
    samples.history({
      metric: METRIC,
      dimension: dimensions.days,
      members: ['1'],
      days: trailingDays(lastDay, WINDOW_DAYS),
    }),
  ]);
  const silent = daily
    .filter(({ coverage, day }) => coverage === 0 && day > firstDay)
    .map(({ day }) => formatDay(day));
  return silent.length === 0
    ? undefined
    : `Browsers reported nothing on ${silent.join(', ')}, after working days ` +
        'with reports. These days are unknown and left out.';
}

async function describeRekeying(
  { lifecycle }: NoteSources,
  today: Day,
): Promise<string | undefined> {
  const turnover = await lifecycle.turnover(trailingDays(today, WINDOW_DAYS));
  const rekeyed = turnover.filter(isRekeyed).map(({ day }) => formatDay(day));
  return rekeyed.length === 0
    ? undefined
    : `Identities may have been re-keyed on ${rekeyed.join(', ')}: about as ` +
        'many developers appeared as disappeared. Until you merge them, these people count as new.';
}
