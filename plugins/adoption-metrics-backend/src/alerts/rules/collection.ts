import { Day, writeDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';

/** Whether something that metrics depend on still comes in. */
export interface CollectionFacts {
  /** What comes in. */
  subject: 'browsers' | 'catalog';
  /**
   * `quiet` where nothing has come for long and nothing explains it; undefined
   * where it is unknown.
   */
  state: 'running' | 'quiet' | 'stopped' | undefined;
  /** What is known of what has stopped. */
  detail?: string;
  /** The first day without anything, of a quiet time. */
  since?: Day;
}

type Words = Pick<Transition, 'title' | 'text' | 'severity'>;

const titles = {
  browsers: {
    stopped: 'Browsers have stopped reporting portal usage',
    running: 'Browsers are reporting portal usage again',
  },
  catalog: {
    stopped: 'Software catalog scans are failing',
    running: 'Software catalog scans work again',
  },
};

const UNKNOWN =
  'Active users and page load time are unknown until reports resume. See ' +
  'Adoption → Settings → Data health for possible causes.';

const FAILING =
  'No scan has succeeded for a day. The share of stale entities is from the ' +
  'last successful scan. See Adoption → Settings → Data health for the error.';

const RESUMED = {
  browsers: 'Active users and page load time are measured again.',
  catalog: 'The share of stale entities is up to date again.',
};

/** Notifies when something stops coming in, and when it resumes. */
export function collectionTransitions(
  facts: CollectionFacts,
  last: LastStates,
): Transition[] {
  const { subject, state } = facts;
  const rule = 'collection' as const;
  const before = last.get(keyOf({ rule, subject }))?.state ?? 'running';
  // What has stopped does not become better by lasting.
  const isNews =
    state !== before && !(before === 'stopped' && state === 'quiet');
  return state !== undefined && isNews
    ? [{ rule, subject, state, ...wordsOf({ ...facts, state }, before) }]
    : [];
}

function wordsOf(
  { subject, state, detail, since }: CollectionFacts,
  before: string,
): Words {
  switch (state) {
    case 'stopped':
      return {
        severity: 'high',
        title: titles[subject].stopped,
        text: subject === 'browsers' ? `${detail} ${UNKNOWN}` : FAILING,
      };
    case 'quiet':
      return {
        severity: 'low',
        title: `No visits since ${writeDay(since!)}`,
        text: 'If no visits were expected, no action is needed. Otherwise, see Adoption → Settings → Data health for possible causes.',
      };
    default:
      return {
        severity: before === 'stopped' ? 'normal' : 'low',
        title: titles[subject].running,
        text: RESUMED[subject],
      };
  }
}
