import { DayEvidence, judgeSilence } from '../pluginInternals';
import { judgeByFixedWeek } from './fixedWeekRule';

/** Which days of a history were not observed, as a rule has it. */
export type Rule = (history: DayEvidence[]) => ReadonlySet<number>;

/** The rule of the plugin. */
export const ours: Rule = history =>
  new Set(judgeSilence(history).unobserved.keys());

/** The rule that came before. */
export const fixedWeek: Rule = judgeByFixedWeek;
