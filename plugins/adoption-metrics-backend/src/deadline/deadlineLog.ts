import { Deadline } from './Deadline';

/** Who changed the deadline, and when. */
export interface Act {
  /** ms UTC. */
  at: number;
  /** An entity ref or `configuration`; undefined once forgotten. */
  by?: string;
}

/** A change of the deadline. */
export interface DeadlineChange extends Act {
  act: 'set' | 'changed' | 'ended';
  before?: Deadline;
  after?: Deadline;
}

/** A deadline, from when it was set until it was replaced or ended. */
export interface DeadlineRecord {
  deadline: Deadline;
  set: Act;
  /** Undefined while it is the current one. */
  ended?: Act;
}

/**
 * All changes of the deadline, newest first.
 *
 * @param records - by time
 */
export function deadlineLog(records: DeadlineRecord[]): DeadlineChange[] {
  return records
    .flatMap((record, index) =>
      changesOf(record, {
        before: records[index - 1],
        after: records[index + 1],
      }),
    )
    .reverse();
}

function changesOf(
  record: DeadlineRecord,
  { before, after }: { before?: DeadlineRecord; after?: DeadlineRecord },
): DeadlineChange[] {
  const { deadline, set, ended } = record;
  const begun: DeadlineChange = replaces(record, before)
    ? { ...set, act: 'changed', before: before!.deadline, after: deadline }
    : { ...set, act: 'set', after: deadline };
  return ended === undefined || replaces(after, record)
    ? [begun]
    : [begun, { ...ended, act: 'ended', before: deadline }];
}

/** Whether one deadline replaced another one. */
function replaces(
  after: DeadlineRecord | undefined,
  before: DeadlineRecord | undefined,
): boolean {
  return (
    after !== undefined &&
    before?.ended !== undefined &&
    before.ended.at === after.set.at
  );
}
