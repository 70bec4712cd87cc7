/* eslint-disable @backstage/no-relative-monorepo-imports */
import {
  deadlineStates,
  Target,
  inEnglish,
  undecidedReasons,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { findPrivateWords } from '../../../../packages/toolchain/lib/words.mjs';
import { ClosedDay } from '../activity/silence/DayStore';
import { describeStopped } from '../activity/silence/silenceText';
import { Transition } from '../alerts/Alert';
import { lastSeen } from '../alerts/__testUtils__/lastSeen';
import { payloads, webhookFormats } from '../alerts/channels/payloads';
import {
  CollectionFacts,
  collectionTransitions,
} from '../alerts/rules/collection';
import { errorBudgetTransitions } from '../alerts/rules/errorBudget';
import { metricTransitions } from '../alerts/rules/metric';
import { deadlineMessages } from '../alerts/rules/milestone';
import { findingOf } from '../catalog/__testUtils__/findings';
import { composeNotification } from '../catalog/notifications/composeNotification';
import { createStalenessRules } from '../catalog/rules/createRules';
import {
  deadline,
  evaluateAll,
  samplesUntil,
} from '../deadline/__testUtils__/weeks';
import { DeadlineWeek } from '../deadline/DeadlineWeek';
import { sayWeek, sentenceOf } from '../deadline/sentences';
import { checklistActions } from '../decision/checklist/actions';
import {
  emptyDigest,
  factsOf,
  missed,
  owner,
  plugin,
  team,
} from '../digest/__testUtils__/facts';
import { recommendedActions } from '../digest/actions';
import { DigestFacts } from '../digest/DigestFacts';
import { DigestContent, titleOf, writeDigest } from '../digest/writeDigest';
import { Reading } from '../parts';
import { undecided } from '../samples/verdict';
import {
  atLeast,
  metricOf,
  readingOf,
  under,
} from '../scorecard/__testUtils__/metrics';
import { describeReading } from '../scorecard/statement';
import { parseDay } from '../time';
import { burnRates } from '../uptime';

/** What somebody receives. */
interface Message {
  title: string;
  text: string;
}

const LAST_DAY = parseDay('2026-11-22')!;

/** Weekly shares that lead through all states of a deadline. */
const courses: Array<(week: number) => number> = [
  () => 0.1,
  week => 0.1 + 0.22 * Math.max(0, week / 26),
  week => Math.min(0.29, 0.12 + 0.01 * Math.max(0, week)),
];

const weeks: DeadlineWeek[] = [
  ...courses.flatMap(shareIn => {
    const shares = Array.from({ length: 34 }, (_, at) => shareIn(at - 7));
    return evaluateAll(samplesUntil('2026-07-12', shares));
  }),
  // New portals, and a deadline that passed while nothing was measured.
  ...evaluateAll(samplesUntil('2026-07-12', [0.1, 0.1, 0.1])),
  ...evaluateAll([]),
];

const statements = [undefined, 0.1, 0.3, 0.5, 5].flatMap(value =>
  [atLeast(0.3), under(0.3)].flatMap(target => statementsOf(value, target)),
);

function statementsOf(value: number | undefined, target: Target): Wording[] {
  const counts = { value, numerator: 3, denominator: 10 };
  const window = { days: 28, observedDays: 5, from: '', to: '' };
  const readings: Array<Partial<Reading>> = [
    { ...counts, verdict: { status: 'met' } },
    { ...counts, verdict: { status: 'missed' } },
    ...undecidedReasons.map(reason => ({ verdict: undecided(reason), window })),
  ];
  return (['share', 'seconds'] as const).flatMap(unit =>
    readings.map(reading =>
      describeReading(metricOf({ unit, target }), readingOf(reading)),
    ),
  );
}

function deadlineAlerts(): Transition[] {
  const befores = [...deadlineStates, 'none'];
  return weeks.flatMap(week =>
    befores.flatMap(before =>
      [90, 45, 1].flatMap(daysLeft =>
        deadlineMessages(
          {
            deadlineId: 7,
            state: week.state,
            said: sayWeek(week, deadline),
            daysLeft,
            week: week.week,
          },
          lastSeen([['deadline/7', before]]),
        ),
      ),
    ),
  );
}

function metricAlerts(): Transition[] {
  return statements.flatMap(statement =>
    (['met', 'missed'] as const).flatMap(verdict =>
      metricTransitions(
        {
          id: 'uptime',
          said: [statement],
          day: LAST_DAY,
          verdicts: [verdict, verdict],
        },
        lastSeen([]),
      ),
    ),
  );
}

function collectionAlerts(): Transition[] {
  const days = [{ readers: 12, failedReporters: 0 }] as ClosedDay[];
  const failed = [{ readers: 0, failedReporters: 1 }] as ClosedDay[];
  const since = LAST_DAY;
  const stopped = (of: ClosedDay[]): CollectionFacts => ({
    subject: 'browsers',
    state: 'stopped',
    detail: describeStopped({ since, days: of, state: 'stopped' }),
  });
  const facts: CollectionFacts[] = [
    stopped(days),
    stopped(failed),
    { subject: 'browsers', state: 'quiet', since },
    { subject: 'browsers', state: 'running' },
    { subject: 'catalog', state: 'stopped' },
    { subject: 'catalog', state: 'running' },
  ];
  return facts.flatMap(each =>
    ['running', 'quiet', 'stopped'].flatMap(before =>
      collectionTransitions(
        each,
        lastSeen([[`collection/${each.subject}`, before]]),
      ),
    ),
  );
}

function errorBudgetAlerts(): Transition[] {
  const befores = [[], ['error-budget/fast', 'error-budget/slow']];
  return [0, 60_000, 300_000, 3_600_000].flatMap(down =>
    befores.flatMap(burning =>
      errorBudgetTransitions(
        burnRates(
          length => ({ accountable: length, up: Math.max(0, length - down) }),
          0.999,
        ),
        lastSeen(burning.map(key => [key, 'burning'])),
      ),
    ),
  );
}

function ownerNotifications(): Message[] {
  const rules = createStalenessRules({
    placeholders: ['group:default/unknown'],
    rules: {
      'relation-dangling': { enabled: true },
      unchanged: { enabled: true, after: 365 * 86_400_000 },
      unverified: { enabled: true, after: 180 * 86_400_000 },
    },
  } as unknown as Parameters<typeof createStalenessRules>[0]);
  const named = rules.map(({ reason }) => findingOf(reason, { reason }));
  return [1, 2, 30].flatMap(stale =>
    [named, named.slice(0, 1), []].map(each =>
      composeNotification(
        { ownerRef: 'group:default/web', total: Math.max(1, stale), stale },
        { named: each, rules },
        { total: 100, stale, target: 0.02 },
      ),
    ),
  );
}

const periods: Array<Pick<DigestContent, 'period' | 'from' | 'to'>> = [
  { period: 'week', from: '2026-11-16', to: '2026-11-23' },
  { period: 'month', from: '2026-11-01', to: '2026-12-01' },
  { period: 'month', from: '2026-12-01', to: '2027-01-01' },
];

/** What there is to recommend, one or a few at a time. */
function adviceFor(): DigestContent['actions'][] {
  const status = { state: 'missed', said: sayWeek(weeks[25], deadline) };
  const fourWeeks = {
    days: { from: '2026-10-26', to: '2026-11-23' },
    teams: [team('Payments', 6, 100)],
    plugins: ['docs', 'ci', 'cost', 'k8s', 'radar', 'search'].map(plugin),
  };
  const slow = { id: 'page:catalog/entity', loads: 300, withinTarget: 100 };
  const staleEntities = missed('stale-entities', {
    facts: { 'fixes-needed': 55 },
  });
  const all: Array<Partial<DigestFacts>> = [
    { deadlineStatus: status as DigestFacts['deadlineStatus'] },
    { metrics: [missed('active-users')], fourWeeks },
    {
      metrics: [staleEntities],
      owners: { owners: [owner('group:default/web', 12)], withoutOwner: 3 },
    },
    { metrics: [staleEntities], owners: { owners: [], withoutOwner: 1 } },
    { metrics: [staleEntities] },
    {
      metrics: [missed('page-load')],
      pages: { routes: [slow], targetSeconds: 5 } as DigestFacts['pages'],
    },
    { metrics: [missed('uptime', { facts: { restarts: 1 } })] },
    {
      metrics: [
        missed('uptime', {
          facts: { incidents: 3, 'longest-incident': 3_601 },
        }),
      ],
    },
    ...statements.map(statement => ({
      metrics: [missed('uptime', { status: 'undecided', said: [statement] })],
    })),
  ];
  return all.map(given => {
    const facts = factsOf(given);
    return recommendedActions(facts, checklistActions(facts, 5));
  });
}

function digests(): Message[] {
  const metric = {
    id: 'uptime' as const,
    name: 'Uptime, 30 days',
    unit: 'share' as const,
    status: 'missed' as const,
    value: 0.99,
    numerator: null,
    denominator: null,
  };
  const metrics = statements.flatMap(statement =>
    [null, 0, 0.0001, 0.02, -0.02].map(change => ({
      ...metric,
      statement: inEnglish(statement),
      change,
    })),
  );
  const deadlines = weeks.flatMap(week =>
    [180, 1, 0].map(daysLeft => ({
      state: week.state,
      sentence: sentenceOf(week, deadline),
      week: '2026-11-22',
      daysLeft,
      probability: null,
    })),
  );
  const moved = { id: 'a', name: 'Payments', before: 0.1, now: 0.2 };
  const counted = { id: 'b', name: 'techdocs', before: 1, now: 7 };
  const contents: Array<Partial<DigestContent>> = [
    { metrics },
    ...deadlines.map(each => ({ deadline: each })),
    {
      people: { new: 12, returning: 40, reactivated: null, lapsed: 9 },
      moved: { from: '2026-10-26', to: '2026-11-23' },
      teams: { up: [moved], down: [moved] },
      plugins: { up: [counted], down: [counted] },
      owners: { up: [counted], down: [counted] },
    },
    {
      annotations: [
        {
          day: '2026-11-18',
          text: 'The board met',
          decision: { id: 'stop', title: 'Stop' },
        },
      ],
    },
    ...adviceFor().map(actions => ({ actions })),
  ];
  return periods.flatMap(period =>
    contents.map(given => {
      const content = { ...emptyDigest, ...period, ...given };
      return { title: titleOf(content), text: writeDigest(content) };
    }),
  );
}

/** The same as each receiver gets it. */
function received(message: Message): string[] {
  const alert = {
    id: '7',
    rule: 'deadline' as const,
    subject: '1',
    state: 'at-risk',
    severity: 'high' as const,
    at: '2026-11-23T12:00:00.000Z',
    ...message,
  };
  const link = 'https://portal.example.com/adoption';
  const sent = { deliveryId: '7', installation: 'here', alert, link };
  return webhookFormats.flatMap(format =>
    stringsIn(payloads[format](sent, 'key')),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(stringsIn)
    : [];
}

const ofPlaceholders = /undefined|null|NaN|Infinity|\[object|\$\{/;
const unlikeSentences = / {2}|\.\.|[,;:]\.|\.[,;:]|\(\)|\b(\w+) \1\b/;

describe('what people receive', () => {
  it('has weeks of every state to speak of', () => {
    expect(new Set(weeks.map(({ state }) => state))).toEqual(
      new Set(deadlineStates),
    );
  });

  it.each<[string, () => Message[], number]>([
    ['the deadline', deadlineAlerts, 12],
    ['metrics', metricAlerts, 20],
    ['the collection of data', collectionAlerts, 9],
    ['the error budget', errorBudgetAlerts, 6],
    ['stale entities, to their owners', ownerNotifications, 7],
    ['what a week or a month brought', digests, 60],
  ])('has no private words, about %s', (_, write, atLeastSoMany) => {
    const messages = write();
    const texts = new Set(
      messages.flatMap(message => [
        message.title,
        ...message.text.split('\n').filter(line => line !== ''),
        ...received(message),
      ]),
    );
    expect(texts.size).toBeGreaterThan(atLeastSoMany);
    for (const text of texts) {
      expect({ text, words: findPrivateWords(text) }).toEqual({
        text,
        words: [],
      });
      expect(text).not.toMatch(ofPlaceholders);
    }
  });

  it.each<[string, () => Message[]]>([
    [
      'alerts',
      () => [
        ...deadlineAlerts(),
        ...metricAlerts(),
        ...collectionAlerts(),
        ...errorBudgetAlerts(),
      ],
    ],
    ['digests', digests],
    ['notifications of owners', ownerNotifications],
  ])('is made of whole sentences: %s', (_, write) => {
    for (const { title, text } of write()) {
      expect(title).toMatch(/^[A-Z0-9].*[^.:,; ]$/);
      for (const line of text.split('\n')) {
        expect(line).not.toMatch(unlikeSentences);
        expect(line).not.toBe(`${title}.`);
      }
    }
  });
});
