import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { Silence } from '../activity';
import { StalenessReading } from '../catalog';
import { parseDay, ReportingZone } from '../time';
import { lastSeen } from './__testUtils__/lastSeen';
import { collectionFacts, CollectionSources } from './collectionFacts';
import { CollectionFacts, collectionTransitions } from './rules/collection';

const zone = ReportingZone.create('Europe/Stockholm');
const closed = parseDay('2026-11-20')!;
const now = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;

function setUp(given: {
  lasting?: Silence;
  lastBatchAt?: number;
  scannedAt?: number;
  failed?: boolean;
}): CollectionSources {
  const { lasting, lastBatchAt, scannedAt, failed } = given;
  return {
    zone,
    silence: { lasting: async () => lasting },
    activity: { lastBatchAt: async () => lastBatchAt },
    staleness: {
      latest: async () =>
        scannedAt === undefined
          ? undefined
          : ({ scannedAt } as StalenessReading),
      lastFailure: async () => (failed ? { at: now, error: 'no' } : undefined),
    },
  };
}

async function states(given: Parameters<typeof setUp>[0]) {
  const facts = await collectionFacts(setUp(given), { now, closed });
  return Object.fromEntries(
    facts.map(({ subject, state }) => [subject, state]),
  );
}

describe('collectionFacts', () => {
  const before = zone.startOf(closed) - 1;
  const silence = (state: Silence['state']): Silence => ({
    since: closed - 3,
    days: [{ readers: 6, failedReporters: 2 } as Silence['days'][0]],
    state,
  });

  it('takes the judgment of a silence that lasts', async () => {
    const lasting = silence('stopped');
    const [browsers] = await collectionFacts(
      setUp({ lasting, lastBatchAt: before }),
      { now, closed },
    );
    expect(browsers).toMatchObject({ subject: 'browsers', state: 'stopped' });
    expect(inEnglish(browsers.detail!)).toBe(
      'No browser has reported since 17 Nov 2026, although 6 people opened this plugin in a day.',
    );
    expect(await states({ lasting: silence('quiet') })).toMatchObject({
      browsers: 'quiet',
    });
  });

  it('takes a day off for no sign of either', async () => {
    const lasting = silence(undefined);
    expect(await states({ lasting, lastBatchAt: before })).toMatchObject({
      browsers: undefined,
    });
    expect(await states({})).toMatchObject({ browsers: undefined });
  });

  it('takes a report since for proof that it works', async () => {
    const lastBatchAt = zone.startOf(closed + 1) + HOUR;
    const lasting = silence('stopped');
    expect(await states({ lasting, lastBatchAt })).toMatchObject({
      browsers: 'running',
    });
  });

  it.each([
    [undefined, false, undefined],
    [undefined, true, undefined],
    [now - HOUR, false, 'running'],
    [now - HOUR, true, 'running'],
    [now - 25 * HOUR, true, 'stopped'],
    [now - 25 * HOUR, false, 'running'],
  ])(
    'with a scan completed at %p, failing %p, the catalog is %p',
    async (scannedAt, failed, catalog) => {
      expect(await states({ scannedAt, failed })).toMatchObject({ catalog });
    },
  );
});

describe('the rule of collection', () => {
  function notified(...found: Array<CollectionFacts['state']>) {
    const last = new Map<string, string>();
    return found.map(state => {
      const subject = 'browsers' as const;
      const facts = { subject, state, since: closed };
      const changes = collectionTransitions(facts, lastSeen(last));
      changes.forEach(each => last.set('collection/browsers', each.state));
      return changes
        .map(({ severity, title }) => `${severity}: ${title}`)
        .join();
    });
  }

  it('notifies of what stops and resumes, and not of what always ran', () => {
    expect(
      notified(
        undefined,
        'running',
        'stopped',
        undefined,
        'stopped',
        'quiet',
        'running',
        'running',
      ),
    ).toEqual([
      '',
      '',
      'high: Browsers have stopped reporting portal usage',
      '',
      '',
      '',
      'normal: Browsers are reporting portal usage again',
      '',
    ]);
  });

  it('takes a quiet time lightly until there is evidence', () => {
    expect(notified('quiet', 'quiet', 'stopped', 'running')).toEqual([
      'low: No visits since 20 Nov 2026',
      '',
      'high: Browsers have stopped reporting portal usage',
      'normal: Browsers are reporting portal usage again',
    ]);
  });
});
