import { keyOf, LastStates, Transition } from '../Alert';

/** Whether something that the metrics rest on still comes in. */
export interface CollectionFacts {
  /** What comes in. */
  subject: 'browsers' | 'catalog';
  /** Undefined where it is unknown. */
  isStopped: boolean | undefined;
}

const words = {
  browsers: {
    stopped: 'Browsers no longer report who uses the portal',
    running: 'Browsers report again who uses the portal',
    text:
      'A working day passed without any report, though there had been some ' +
      'on the working days before. Active users and page load time are unknown ' +
      'while this lasts; Adoption → Diagnostics says what may be wrong.',
  },
  catalog: {
    stopped: 'The software catalog can no longer be read',
    running: 'The software catalog can be read again',
    text:
      'The scans have failed for a day. The share of stale entities is that ' +
      'of the last one that succeeded; Adoption → Diagnostics says why.',
  },
};

/** Notifies when something stops coming in, and when it comes again. */
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
      ...{ rule, subject, state },
      severity: isStopped ? 'high' : 'low',
      title: titles[state],
      text: isStopped ? text : `${titles[state]}.`,
    },
  ];
}
