import { Day, writeDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';

/** Whether data that metrics depend on is still being collected. */
export interface CollectionFacts {
  /** The source of the data. */
  subject: 'browsers' | 'catalog';
  /**
   * `quiet` if there was no data for a long time without an explanation;
   * undefined if unknown.
   */
  state: 'running' | 'quiet' | 'stopped' | undefined;
  /** Details about what has stopped. */
  detail?: string;
  /** The first day of a quiet time. */
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

/** Alerts when collection stops, and when it resumes. */
export function collectionTransitions(
  facts: CollectionFacts,
  last: LastStates,
): Transition[] {
  const { subject, state } = facts;
  const rule = 'collection' as const;
  const before = last.get(keyOf({ rule, subject }))?.state ?? 'running';
  // A stopped collection that becomes quiet has not recovered.
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
