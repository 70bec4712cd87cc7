import { listed, say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { DeveloperStore, isRekeyed, OptOutReader } from '../people';
import { ImportedDays, SampleStore } from '../samples';
import { Day, sayDay, trailingDays } from '../time';
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
): Promise<Wording[][]> {
  const lastDay = closedDay ?? today - 1;
  const notes = await Promise.all([
    describeHold(sources, today),
    noteSilence(sources, lastDay),
    describeImports(sources, lastDay),
    describeRekeying(sources, today),
    sources.optOuts.read(today).then(people => [describeOptOuts(people)]),
  ]);
  return notes.filter(note => note !== undefined);
}

async function describeHold({ developers }: NoteSources, today: Day) {
  const count = await developers.countOn(today);
  return count?.held ? [say('scorecard.note.held')] : undefined;
}

async function describeImports({ imported }: NoteSources, lastDay: Day) {
  const parts = await imported.parts(trailingDays(lastDay, WINDOW_DAYS));
  const sentences = parts.map(part =>
    say('scorecard.note.imported', {
      from: sayDay(part.firstDay),
      to: sayDay(part.lastDay),
      source: part.label,
      counted: part.counts,
    }),
  );
  return sentences.length > 0 ? sentences : undefined;
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
): Promise<Wording[] | undefined> {
  const turnover = await lifecycle.turnover(trailingDays(today, WINDOW_DAYS));
  const days = turnover.filter(isRekeyed).map(({ day }) => sayDay(day));
  return days.length === 0
    ? undefined
    : [say('scorecard.note.renamed', { days: listed(days, 'comma') })];
}
