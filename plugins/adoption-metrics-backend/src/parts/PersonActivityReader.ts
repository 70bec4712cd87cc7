import { Day } from '../time';

/** What is held of the activity of one person. */
export interface PersonActivity {
  activeDays: Day[];
  pluginDays: Array<{ day: Day; pluginId: string }>;
  /** Receipts of reports; `newestAt` in ms UTC. */
  batches: { held: number; newestAt: number | undefined };
}

/** Reads what is held of the activity of one person. */
export interface PersonActivityReader {
  read(personId: number): Promise<PersonActivity>;
}
