import { StalenessReading } from '../catalog';
import { Sample } from '../samples';
import { parseDay, ReportingZone } from '../time';
import { lastSeen } from './__testUtils__/lastSeen';
import { collectionFacts, CollectionSources } from './collectionFacts';
import { collectionTransitions } from './rules/collection';

const zone = ReportingZone.create('Europe/Stockholm');
const closed = parseDay('2026-11-20')!;
const now = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;

function setUp(given: {
  coverage?: number;
  lastBatchAt?: number;
  scannedAt?: number;
  failed?: boolean;
}): CollectionSources {
  const { coverage, lastBatchAt, scannedAt, failed } = given;
  const day = { dimension: 'days', member: '1', coverage } as Sample;
  return {
    zone,
    samples: { ofDay: async () => (coverage === undefined ? [] : [day]) },
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

async function stopped(given: Parameters<typeof setUp>[0]) {
  const facts = await collectionFacts(setUp(given), { now, closed });
  return Object.fromEntries(
    facts.map(({ subject, isStopped }) => [subject, isStopped]),
  );
}

describe('collectionFacts', () => {
  it('takes a working day without a report for silence', async () => {
    const before = zone.startOf(closed) - 1;
    expect(await stopped({ coverage: 0, lastBatchAt: before })).toMatchObject({
      browsers: true,
    });
    expect(await stopped({ coverage: 0 })).toMatchObject({ browsers: true });
  });

  it('takes a day off for no sign of either', async () => {
    const before = zone.startOf(closed) - 1;
    expect(await stopped({ coverage: 1, lastBatchAt: before })).toMatchObject({
      browsers: undefined,
    });
    expect(await stopped({})).toMatchObject({ browsers: undefined });
  });

  it('takes a report since for proof that it works', async () => {
    const lastBatchAt = zone.startOf(closed + 1) + HOUR;
    expect(await stopped({ coverage: 0, lastBatchAt })).toMatchObject({
      browsers: false,
    });
  });

  it.each([
    [undefined, false, undefined],
    [undefined, true, undefined],
    [now - HOUR, false, false],
    [now - HOUR, true, false],
    [now - 25 * HOUR, true, true],
    [now - 25 * HOUR, false, false],
  ])(
    'with a scan completed at %p, failing %p, the catalog is stopped: %p',
    async (scannedAt, failed, catalog) => {
      expect(await stopped({ scannedAt, failed })).toMatchObject({ catalog });
    },
  );
});

describe('the rule of collection', () => {
  it('notifies of what stops and resumes, and not of what always ran', () => {
    const last = new Map<string, string>();
    const seen = [undefined, false, true, undefined, true, false, false].map(
      isStopped => {
        const subject = 'browsers' as const;
        const facts = { subject, isStopped };
        const changes = collectionTransitions(facts, lastSeen(last));
        changes.forEach(({ state }) => last.set('collection/browsers', state));
        return changes.map(({ title }) => title).join();
      },
    );
    expect(seen).toEqual([
      '',
      '',
      'Browsers have stopped reporting portal usage',
      '',
      '',
      'Browsers are reporting portal usage again',
      '',
    ]);
  });
});
