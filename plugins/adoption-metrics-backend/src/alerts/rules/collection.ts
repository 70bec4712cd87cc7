import { keyOf, LastStates, Transition } from '../Alert';

/** Whether something that metrics depend on still comes in. */
export interface CollectionFacts {
  /** What comes in. */
  subject: 'browsers' | 'catalog';
  /** Undefined where it is unknown. */
  isStopped: boolean | undefined;
}

const words = {
  browsers: {
    stopped: 'Browsers have stopped reporting portal usage',
    running: 'Browsers are reporting portal usage again',
    text:
      'A working day passed without a single report. Active users and page ' +
      'load time are unknown until reports resume. See Adoption → ' +
      'Diagnostics for possible causes.',
  },
  catalog: {
    stopped: 'Scans of the software catalog are failing',
    running: 'Scans of the software catalog succeed again',
    text:
      'No scan has succeeded for a day. The share of stale entities is from ' +
      'the last successful scan. See Adoption → Diagnostics for the error.',
  },
};

/** Notifies when something stops coming in, and when it resumes. */
export function collectionTransitions(
  { subject, isStopped }: CollectionFacts,
  last: LastStates,
): Transition[] {
  if (isStopped === undefined) {
    return [];
  }
  const rule = 'collection' as const;
  const state = isStopped ? 'stopped' : 'running';
  const before = last.get(keyOf({ rule, subject }))?.state;
  if (before === state || (before === undefined && !isStopped)) {
    return [];
  }
  const { text, ...titles } = words[subject];
  return [
    {
      rule,
      subject,
      state,
      severity: isStopped ? 'high' : 'normal',
      title: titles[state],
      text: isStopped ? text : `${titles[state]}.`,
    },
  ];
}
