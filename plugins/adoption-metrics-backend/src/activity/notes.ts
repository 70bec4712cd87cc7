import { DeveloperStore, isRekeyed, OptOutReader } from '../people';
import { ImportedDays, SampleStore } from '../samples';
import { Day, formatDay, trailingDays, writeDay } from '../time';
import { describeOptOuts } from './describeOptOuts';
import { WINDOW_DAYS } from './dimensions';
import { LifecycleStore } from './LifecycleStore';
import { SilenceService } from './silence';
import { noteOfSilence } from './silence/silenceText';

interface NoteSources {
  silence: Pick<SilenceService, 'unobserved' | 'lasting'>;
  developers: DeveloperStore;
  optOuts: OptOutReader;
  lifecycle: LifecycleStore;
  samples: SampleStore;
  imported: Pick<ImportedDays, 'parts'>;
}

/** What readers should know besides the number of active users. */
export async function describeActivity(
  sources: NoteSources,
  { today, closedDay }: { today: Day; closedDay: Day | undefined },
): Promise<string[]> {
  const lastDay = closedDay ?? today - 1;
  const notes = await Promise.all([
    describeHold(sources, today),
    noteSilence(sources, lastDay),
    describeImports(sources, lastDay),
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

async function describeImports({ imported }: NoteSources, lastDay: Day) {
  const parts = await imported.parts(trailingDays(lastDay, WINDOW_DAYS));
  const sentences = parts.map(
    ({ label, counts, firstDay, lastDay: last }) =>
      `Activity of ${writeDay(firstDay)} to ${writeDay(
        last,
      )} was imported from ${label}, which counted ${counts}.`,
  );
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

async function noteSilence({ silence }: NoteSources, lastDay: Day) {
  const [unobserved, lasting] = await Promise.all([
    silence.unobserved(trailingDays(lastDay, WINDOW_DAYS)),
    silence.lasting(),
  ]);
  return noteOfSilence(unobserved, lasting);
}

async function describeRekeying(
  { lifecycle }: NoteSources,
  today: Day,
): Promise<string | undefined> {
  const turnover = await lifecycle.turnover(trailingDays(today, WINDOW_DAYS));
  const rekeyed = turnover.filter(isRekeyed).map(({ day }) => formatDay(day));
  return rekeyed.length === 0
    ? undefined
    : `User names may have changed on ${rekeyed.join(', ')}: about as ` +
        'many developers appeared as disappeared. Until you merge the identities, these people count as new.';
}
