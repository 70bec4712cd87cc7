import { say } from 'backstage-plugin-adoption-metrics-common';
import { Entity } from '@backstage/catalog-model';
import { forgetful } from '../__testUtils__/forgetful';
import { MemoryScanRecorder } from '../__testUtils__/MemoryScanRecorder';
import { entityNamed, group } from '../__testUtils__/testEntities';
import { catalogConfig } from '../config';
import { createStalenessRules } from '../rules/createRules';
import { CatalogReader } from './CatalogReader';
import { CatalogScanner } from './CatalogScanner';
import { AppliedRule } from '../rules/StalenessRule';
import { EntityListReader } from './EntityListReader';
import { ScanSupersededError } from './RunningScan';
import { DAY_MS, HOUR_MS } from '../../time';

const config = catalogConfig.parse({});
const hour = HOUR_MS;

function setUp() {
  const recorder = new MemoryScanRecorder();
  const clock = { time: 1000, now: () => clock.time };
  const rules = createStalenessRules(config);
  const dayOf = (instant: number) => Math.floor(instant / DAY_MS);
  const memory = forgetful;
  const { placeholders } = config;
  const options = { recorder, memory, rules, placeholders, clock, dayOf };
  const scanner = new CatalogScanner(options);
  const scan = (
    entities: Entity[],
    reader: CatalogReader = new EntityListReader(entities, config.kinds),
  ) => scanner.scan({ reader, signal: new AbortController().signal });
  return { recorder, clock, dayOf, scanner, scan };
}

/** Reads one page of entities, and then does something. */
class InterruptedReader extends EntityListReader {
  constructor(entities: Entity[], private readonly interrupt: () => void) {
    super(entities, config.kinds);
  }

  async *pages(signal: AbortSignal) {
    yield* super.pages(signal);
    this.interrupt();
    yield { entities: [entityNamed('late')] };
  }
}

/** What is said of any error that has no code that we know. */
const unexpected = 'an unexpected error occurred (failed)';

describe('CatalogScanner', () => {
  it('counts each entity once, however many reasons it has', async () => {
    const { recorder, scan } = setUp();
    const result = await scan([
      group('team'),
      entityNamed('good'),
      entityNamed('good'),
      entityNamed('bad', {
        owner: 'gone',
        annotations: { 'backstage.io/orphan': 'true' },
      }),
      entityNamed('api', { kind: 'API', owner: '' }),
      entityNamed('template', { kind: 'Template', owner: '' }),
    ]);
    expect(result).toEqual({ status: 'completed', total: 3, stale: 2 });
    expect(recorder.readings).toEqual([
      {
        scannedAt: 1000,
        total: 3,
        stale: 2,
        exempt: 0,
        byReason: [
          { reason: 'orphan', stale: 1 },
          { reason: 'owner-missing', stale: 1 },
          { reason: 'owner-unknown', stale: 1 },
          { reason: 'processing-error', stale: 0 },
          { reason: 'source-error', stale: 0 },
        ],
        byKind: [
          { kind: 'Component', total: 2, stale: 1 },
          { kind: 'API', total: 1, stale: 1 },
        ],
        byOwner: [
          {
            ownerRef: 'group:default/gone',
            total: 1,
            stale: 1,
            inCatalog: false,
            entityRefs: ['component:default/bad'],
          },
          {
            ownerRef: 'group:default/team',
            total: 1,
            stale: 0,
            inCatalog: true,
          },
        ],
        withoutOwner: { total: 1, stale: 1 },
        ownerUnknownChecked: true,
      },
    ]);
  });

  it('knows an entity by its ref, in any case', async () => {
    const twins = [
      entityNamed('a', { uid: '1' }),
      entityNamed('A', { uid: '2', kind: 'component' }),
      entityNamed('b', { uid: '1' }),
    ];
    expect(await setUp().scan(twins)).toMatchObject({ total: 2 });
  });

  it('keeps since when an entity is stale while it is re-created', async () => {
    const { recorder, clock, scan } = setUp();
    await scan([entityNamed('a', { uid: '1', owner: '' })]);
    clock.time += hour;
    await scan([entityNamed('a', { uid: '2', owner: '' })]);
    expect(recorder.stored).toMatchObject([{ since: 1000 }]);
  });

  it('counts an entity for each of its owners, and once in all', async () => {
    const { recorder, scan } = setUp();
    const orphan = { 'backstage.io/orphan': 'true' };
    const owned = (name: string, owners: string[], annotations = {}) => ({
      ...entityNamed(name, { annotations }),
      relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
    });
    const [team, gone] = ['group:default/team', 'group:default/gone'];
    await scan([
      group('team'),
      owned('both', [team, gone], orphan),
      owned('fine', [gone, team]),
      owned('lost', [gone]),
      owned('unknown', ['group:default/unknown']),
      owned('placeheld', ['group:default/unknown', team]),
      owned('nobody', []),
    ]);
    expect(recorder.readings[0]).toMatchObject({
      total: 6,
      stale: 4,
      byOwner: [
        {
          ownerRef: gone,
          total: 3,
          stale: 2,
          inCatalog: false,
          entityRefs: [
            'component:default/both',
            'component:default/fine',
            'component:default/lost',
          ],
        },
        { ownerRef: team, total: 3, stale: 1, inCatalog: true },
      ],
      withoutOwner: { total: 2, stale: 2 },
    });
    const found = recorder.stored.map(each => [
      each.entityRef.replace('component:default/', ''),
      each.reason,
      each.ownerRefs.length,
      each.missingOwnerRefs,
    ]);
    expect(found).toEqual([
      ['both', 'orphan', 2, [gone]],
      ['lost', 'owner-unknown', 1, [gone]],
      ['unknown', 'owner-missing', 0, []],
      ['nobody', 'owner-missing', 0, []],
    ]);
  });

  it('does not check owners while there are no groups', async () => {
    const { recorder, scan } = setUp();
    await scan([entityNamed('a', { owner: 'gone' })]);
    expect(recorder.readings[0]).toMatchObject({
      stale: 0,
      ownerUnknownChecked: false,
    });
    expect(recorder.readings[0].byReason).not.toContainEqual(
      expect.objectContaining({ reason: 'owner-unknown' }),
    );
  });

  it('counts a processing error once it has lasted an hour', async () => {
    const { recorder, clock, scan } = setUp();
    const broken = [entityNamed('a', { error: 'broken' })];
    expect(await scan(broken)).toMatchObject({ stale: 0 });
    clock.time += hour - 1;
    expect(await scan(broken)).toMatchObject({ stale: 0 });
    clock.time += 1;
    expect(await scan(broken)).toMatchObject({ stale: 1 });
    expect(recorder.stored[0].since).toBe(1000);
  });

  it('starts the hour anew after a recovery', async () => {
    const { clock, scan } = setUp();
    const broken = [entityNamed('a', { error: 'broken' })];
    await scan(broken);
    clock.time += hour;
    await scan([entityNamed('a')]);
    expect(await scan(broken)).toMatchObject({ stale: 0 });
  });

  it('publishes nothing of a scan that fails half-way', async () => {
    const { recorder, scan } = setUp();
    const stale = [entityNamed('a', { owner: '' })];
    await scan(stale);
    const before = recorder.stored;
    const failing = new InterruptedReader([], () => {
      throw new Error('catalog is down');
    });
    expect(await scan([], failing)).toEqual({
      status: 'failed',
      error: `cannot read the entities: ${unexpected}`,
    });
    expect(recorder.stored).toEqual(before);
    expect(recorder.readings).toHaveLength(1);
    expect(recorder.failures).toEqual([
      {
        source: 'history',
        startedAt: 1000,
        finishedAt: 1000,
        error: `cannot read the entities: ${unexpected}`,
      },
    ]);
  });

  it('goes on past entities that cannot be judged, and names them', async () => {
    const { recorder, clock, dayOf } = setUp();
    const judging: AppliedRule = {
      reason: 'unlabeled',
      definition: say('text', { text: 'it has no labels' }),
      grace: 0,
      evaluate: ({ entity }) =>
        Object.keys(entity.metadata.labels!).length > 0
          ? undefined
          : { sentence: 'It has no labels.', hint: 'Add some.' },
    };
    const rules = [...createStalenessRules(config), judging];
    const scanner = new CatalogScanner({
      recorder,
      memory: forgetful,
      rules,
      placeholders: [],
      clock,
      dayOf,
    });
    const labeled = entityNamed('good');
    labeled.metadata.labels = { a: 'b' };
    const related = { ...entityNamed('odd'), relations: [{}] } as Entity;
    const annotated = entityNamed('noted', { annotations: {} });
    annotated.metadata.annotations = {
      'adoption-metrics/exempt-until': 7,
    } as never;
    const list = [
      labeled,
      entityNamed('bad', { owner: '' }),
      related,
      annotated,
    ];
    const reader = new EntityListReader(list, config.kinds);
    const { signal } = new AbortController();
    expect(await scanner.scan({ reader, signal })).toMatchObject({
      status: 'completed',
      total: 3,
      stale: 1,
      unjudged: {
        total: 3,
        examples: [
          {
            entityRef: 'component:default/odd',
            reason: 'its relations cannot be read',
          },
          {
            entityRef: 'component:default/bad',
            reason:
              "rule 'unlabeled' failed: an unexpected error occurred (type-error)",
          },
          {
            entityRef: 'component:default/noted',
            reason: expect.stringContaining('(type-error)'),
          },
        ],
      },
    });
  });

  it('names what it could not store, and never the statement', async () => {
    const { recorder, scan } = setUp();
    const statement = 'update "catalog_scans" set "total" = $1 - canceled';
    const error = Object.assign(new Error(statement), { code: '57014' });
    recorder.complete = () => Promise.reject(error);
    expect(await scan([entityNamed('a')])).toEqual({
      status: 'failed',
      error: 'cannot store what was found: the database failed (57014)',
    });
  });

  it.each<[string, keyof CatalogReader]>([
    [`cannot look for groups: ${unexpected}`, 'hasGroups'],
    [`cannot read the locations: ${unexpected}`, 'failingLocations'],
    [`cannot look up owners: ${unexpected}`, 'existing'],
  ])('fails with %p', async (sentence, request) => {
    const reader = new EntityListReader(
      [group('team'), entityNamed('a')],
      config.kinds,
    );
    jest.spyOn(reader, request as 'existing').mockRejectedValue(Error('away'));
    expect(await setUp().scan([], reader)).toEqual({
      status: 'failed',
      error: sentence,
    });
  });

  it('leaves no trace of a scan that is aborted', async () => {
    const { recorder, scanner } = setUp();
    const controller = new AbortController();
    const reader = new InterruptedReader([], () => controller.abort());
    const { signal } = controller;
    expect(await scanner.scan({ reader, signal })).toEqual({
      status: 'aborted',
    });
    expect(recorder).toMatchObject({ readings: [], failures: [] });
  });

  it('reports the first fault if the failure cannot be stored either', async () => {
    const { recorder, scan } = setUp();
    const failing = new InterruptedReader([], () => {
      throw new Error('first');
    });
    recorder.fail = () => Promise.reject(new Error('second'));
    expect(await scan([], failing)).toEqual({
      status: 'failed',
      error: `cannot read the entities: ${unexpected}`,
    });
  });

  it('reports when another replica has taken over', async () => {
    const { recorder, scan } = setUp();
    recorder.complete = () => Promise.reject(new ScanSupersededError());
    expect(await scan([entityNamed('a')])).toEqual({ status: 'superseded' });
    expect(recorder.failures).toEqual([]);
  });

  describe('of a catalog of many pages', () => {
    const orphan = { 'backstage.io/orphan': 'true' };
    const entities = Array.from({ length: 60 }, (_, index) =>
      entityNamed(`e${index}`, { annotations: index % 3 ? {} : orphan }),
    );

    /** Two entities a page, the second of which comes again on the next one. */
    class PagingReader extends EntityListReader {
      readonly begunAt: Array<string | undefined> = [];
      breakAt = Infinity;

      constructor() {
        super(entities, config.kinds);
      }

      async *pages(_signal: AbortSignal, cursor?: string) {
        this.begunAt.push(cursor);
        for (let at = Number(cursor ?? 0); at < entities.length; at++) {
          if (at === this.breakAt) {
            throw new Error('stopped');
          }
          const nextCursor =
            at + 1 < entities.length ? String(at + 1) : undefined;
          yield { entities: entities.slice(at, at + 2), nextCursor };
        }
      }
    }

    it('counts an entity on two pages once', async () => {
      const { recorder, scan } = setUp();
      expect(await scan([], new PagingReader())).toEqual({
        status: 'completed',
        total: 60,
        stale: 20,
      });
      expect(recorder.saved.map(({ cursor }) => cursor)).toEqual(['20', '40']);
    });

    it('resumes where it stopped', async () => {
      const { recorder, clock, scanner } = setUp();
      const reader = new PagingReader();
      reader.breakAt = 30;
      const controller = new AbortController();
      const { signal } = controller;
      const save = recorder.save.bind(recorder);
      recorder.save = async (...saved) => {
        await save(...saved);
        controller.abort();
      };
      expect(await scanner.scan({ reader, signal })).toEqual({
        status: 'aborted',
      });
      expect(recorder).toMatchObject({ readings: [], failures: [] });

      recorder.save = save;
      reader.breakAt = Infinity;
      clock.time += 1;
      const again = new AbortController();
      expect(await scanner.scan({ reader, signal: again.signal })).toEqual({
        status: 'completed',
        total: 60,
        stale: 20,
      });
      expect(reader.begunAt).toEqual([undefined, '20']);
      expect(recorder.stored).toHaveLength(20);
      expect(recorder.stored.every(({ since }) => since === 1000)).toBe(true);
    });

    it('saves only what has changed', async () => {
      const { recorder, scan } = setUp();
      await scan([], new PagingReader());
      const before = recorder.list;
      const complete = jest.spyOn(recorder, 'complete');
      const save = jest.spyOn(recorder, 'save');
      await scan([], new PagingReader());
      expect(complete.mock.calls[0][1].findings).toEqual([]);
      expect(save.mock.calls.flatMap(([, , { findings }]) => findings)).toEqual(
        [],
      );
      expect(recorder.list).toEqual(before);
    });
  });
});
