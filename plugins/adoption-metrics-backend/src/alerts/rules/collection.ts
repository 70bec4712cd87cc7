import {
  say,
  withEnglish,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, sayDay } from '../../time';
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
  /** What is known of what has stopped. */
  detail?: Wording;
  /** The first day without anything, of a quiet time. */
  since?: Day;
}

const FAILING = say('alerts.catalog.failing');

type Words = Pick<Transition, 'title' | 'text' | 'wording' | 'severity'>;

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
        ...withEnglish({
          title: [say(`alerts.${subject}.stopped`)],
          text: subject === 'browsers' ? unknownSince(detail) : [FAILING],
        }),
      };
    case 'quiet':
      return {
        severity: 'low',
        ...withEnglish({
          title: [say('alerts.browsers.quiet', { day: sayDay(since!) })],
          text: [say('alerts.browsers.quiet-because')],
        }),
      };
    default:
      return {
        severity: before === 'stopped' ? 'normal' : 'low',
        ...withEnglish({
          title: [say(`alerts.${subject}.running`)],
          text: [say(`alerts.${subject}.resumed`)],
        }),
      };
  }
}

function unknownSince(detail: Wording | undefined): Wording[] {
  return [
    ...(detail ? [detail] : []),
    say('alerts.browsers.unknown'),
    say('alerts.browsers.causes'),
  ];
}
